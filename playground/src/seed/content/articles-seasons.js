'use strict';

const { body, heading, list, quote } = require('./text');

module.exports = [
  {
    slug: 'rain-on-the-third-day',
    kind: 'story',
    category: 'hiking',
    cover: 'rain-tent',
    products: ['grat-mid'],
    readingMinutes: 5,
    author: 'Mara Thoma',
    interests: [
      { tag: 'hiking', weight: 100 },
      { tag: 'researching', weight: 30 },
    ],
    en: {
      title: 'Rain on the third day',
      teaser: 'Everything you leave at home stays dry. A packing list in reverse.',
      body: body(
        'On the first day you carry what you packed. On the second you know what was too much. On the third it rains, and then it is decided whether you go on or sit in the bus. I have emptied my rucksack after eleven tours and kept a list of what had not been used.',
        heading('What stayed at home afterwards'),
        'The second pair of trousers, the book, the camping chair that weighs only a kilo. In return a second pair of socks was added and a bin liner, the cheapest and best rain protection there is: inside the rucksack, not over it, for water comes down the back.',
        'Of all clothes, what touches the skin matters most. Thin wool is warm even when damp and does not smell after three days. A jacket that keeps everything out also keeps everything in; whoever walks uphill in it arrives wet from within.',
        quote('There is no bad weather, there is only a bad third day.'),
      ),
    },
    de: {
      title: 'Regen am dritten Tag',
      teaser: 'Was zu Hause bleibt, bleibt trocken. Eine Packliste rückwärts.',
      body: body(
        'Am ersten Tag trägt man, was man gepackt hat. Am zweiten weiß man, was zu viel war. Am dritten regnet es, und dann entscheidet sich, ob man weitergeht oder im Bus sitzt. Nach elf Touren habe ich den Rucksack ausgeleert und aufgeschrieben, was ich nicht gebraucht hatte.',
        heading('Was danach zu Hause blieb'),
        'Die zweite Hose, das Buch, der Campingstuhl, der nur ein Kilo wiegt. Dafür kamen ein zweites Paar Socken dazu und ein Müllsack, der billigste und beste Regenschutz überhaupt: im Rucksack, nicht darüber, denn das Wasser läuft am Rücken herunter.',
        'Bei der Kleidung zählt am meisten, was auf der Haut liegt. Dünne Wolle wärmt auch feucht und riecht nach drei Tagen nicht. Eine Jacke, die alles draußen hält, hält auch alles drinnen; wer in ihr bergauf geht, kommt von innen nass an.',
        quote('Es gibt kein schlechtes Wetter, es gibt nur einen schlechten dritten Tag.'),
      ),
    },
  },
  {
    slug: 'drying-without-a-dryer',
    kind: 'guide',
    category: 'washing',
    cover: 'drying-rack',
    products: ['quell-8'],
    readingMinutes: 3,
    author: 'Selin Arikan',
    interests: [
      { tag: 'washing-machines', weight: 80 },
      { tag: 'small-flat', weight: 80 },
    ],
    en: {
      title: 'Drying without a dryer',
      teaser: 'Four litres of water leave the laundry. The question is where they go.',
      body: body(
        'A full load still holds about four litres of water after spinning. In a small flat they go into the walls unless you show them the way out. That is why it does not help to turn up the heating: warm air takes up more water, but it has to leave afterwards.',
        heading('Air, not heat'),
        'Put the rack where you can open the window opposite it, and air three times for five minutes instead of leaving it ajar all day. Leave a hand’s width between the pieces, and hang thick things at the ends. A small fan dries as fast as a radiator and uses a fiftieth of the electricity.',
        'The rest is decided in the machine. Fourteen hundred turns instead of a thousand take out half a litre more, and that is half a day on the rack. For wool and linen this does not hold: they are happy with less.',
        list(
          'Shake every piece once before you hang it up: that replaces ironing.',
          'Jeans inside out, pockets outwards.',
          'If the pane mists up, air at once.',
        ),
      ),
    },
    de: {
      title: 'Trocknen ohne Trockner',
      teaser: 'Vier Liter Wasser verlassen die Wäsche. Die Frage ist, wohin.',
      body: body(
        'In einer vollen Trommel stecken nach dem Schleudern noch rund vier Liter Wasser. In einer kleinen Wohnung gehen sie in die Wände, wenn man ihnen keinen Weg nach draußen zeigt. Die Heizung aufzudrehen hilft deshalb wenig: Warme Luft nimmt mehr Wasser auf, aber hinaus muss sie trotzdem.',
        heading('Luft, nicht Hitze'),
        'Stellen Sie den Ständer gegenüber einem Fenster auf und lüften Sie dreimal fünf Minuten, statt es den ganzen Tag zu kippen. Zwischen den Stücken eine Handbreit lassen, Dickes an die Enden. Ein kleiner Ventilator trocknet so schnell wie ein Heizkörper und braucht ein Fünfzigstel des Stroms.',
        'Den Rest entscheidet die Maschine. Vierzehnhundert Umdrehungen statt tausend holen einen halben Liter mehr heraus, und das ist ein halber Tag auf der Leine. Für Wolle und Leinen gilt das nicht: Sie sind mit weniger zufrieden.',
        list(
          'Jedes Stück vor dem Aufhängen einmal ausschlagen: Das ersetzt das Bügeln.',
          'Jeans auf links, Taschen nach außen.',
          'Beschlägt die Scheibe, sofort lüften.',
        ),
      ),
    },
  },
];
