'use strict';

const { body, heading, list, quote } = require('./text');

module.exports = [
  {
    slug: 'one-sharp-knife',
    kind: 'guide',
    category: 'kitchen',
    cover: 'chef-knife',
    gallery: ['chef-knife', 'knife-board'],
    products: ['schneide-18'],
    readingMinutes: 4,
    author: 'Selin Arikan',
    interests: [
      { tag: 'kitchen', weight: 100 },
      { tag: 'researching', weight: 50 },
    ],
    en: {
      title: 'One sharp knife',
      teaser: 'A block of twelve is decoration. One blade, one stone, ten minutes a month.',
      body: body(
        'Count the knives that you used yesterday. With most people it is one, and it is the wrong one: the small one with the serrated edge, because nothing else cuts any more. A blade of eighteen centimetres does nine tenths of everything, provided that it is sharp.',
        heading('The tomato tells'),
        'Lay the blade on the skin of a tomato and pull without pressing. If it slides off, it is blunt. A steel rod does not sharpen, it straightens: useful every week, useless on a blunt knife. For that you need a stone, or someone who has one.',
        'Soak the stone for ten minutes, hold the knife at the angle of two stacked coins under its back, and draw it over in one calm movement, ten times on each side. After the third time you will hear when it is right: the scratching becomes a hiss.',
        list(
          'Never in the dishwasher: heat loosens the handle, and the edge knocks against plates.',
          'Boards of wood or plastic; glass ruins every edge in a week.',
          'Keep it on a magnet or in a sleeve, not among the spoons.',
        ),
      ),
    },
    de: {
      title: 'Ein scharfes Messer',
      teaser: 'Ein Block mit zwölf ist Dekoration. Eine Klinge, ein Stein, zehn Minuten im Monat.',
      body: body(
        'Zählen Sie die Messer, die Sie gestern benutzt haben. Bei den meisten ist es eines, und zwar das falsche: das kleine mit dem Wellenschliff, weil sonst nichts mehr schneidet. Eine Klinge von achtzehn Zentimetern erledigt neun Zehntel von allem, wenn sie scharf ist.',
        heading('Die Tomate verrät es'),
        'Legen Sie die Klinge auf die Haut einer Tomate und ziehen Sie, ohne zu drücken. Rutscht sie ab, ist sie stumpf. Ein Wetzstahl schärft nicht, er richtet auf: jede Woche nützlich, bei einem stumpfen Messer vergebens. Dafür braucht es einen Stein oder jemanden, der einen hat.',
        'Den Stein zehn Minuten wässern, das Messer so flach halten, dass zwei gestapelte Münzen unter den Rücken passen, und in einem ruhigen Zug darüberziehen, zehnmal je Seite. Nach dem dritten Mal hören Sie, wann es stimmt: Aus dem Kratzen wird ein Zischen.',
        list(
          'Nie in die Spülmaschine: Hitze lockert den Griff, und die Schneide schlägt an Teller.',
          'Bretter aus Holz oder Kunststoff; Glas ruiniert jede Schneide in einer Woche.',
          'An den Magneten oder in die Hülle, nicht zu den Löffeln.',
        ),
      ),
    },
  },
  {
    slug: 'a-pan-for-the-rest-of-your-life',
    kind: 'guide',
    category: 'kitchen',
    cover: 'pan-stove',
    products: ['guss-26'],
    readingMinutes: 4,
    author: 'Ines Vollmer',
    interests: [
      { tag: 'kitchen', weight: 100 },
      { tag: 'mends-things', weight: 40 },
    ],
    en: {
      title: 'A pan for the rest of your life',
      teaser: 'Cast iron forgives almost everything except water that is left standing in it.',
      body: body(
        'Coated pans last for three years, then the egg sticks. Cast iron begins where they end: the more often it is used, the less sticks to it. What looks like a coating is oil that has turned hard in the heat, and it can be renewed as often as you like.',
        heading('The first evening'),
        'Wash the new pan, dry it on the hob, rub it with a thin film of rapeseed oil and wipe it off again as if you had made a mistake. Then one hour in the oven at two hundred and thirty degrees, and let it cool inside. Do this three times, and fry the first egg.',
        'Afterwards, hot water and a brush are enough. A little washing-up liquid does no harm, whatever is said; what does harm is soaking overnight. Rust is no reason to be alarmed either: steel wool down to the bare metal, and begin again.',
        quote(
          'My grandmother’s pan has outlived three cookers and one kitchen. It still does the best potatoes.',
        ),
      ),
    },
    de: {
      title: 'Eine Pfanne fürs Leben',
      teaser: 'Gusseisen verzeiht fast alles, nur kein Wasser, das darin stehen bleibt.',
      body: body(
        'Beschichtete Pfannen halten drei Jahre, dann klebt das Ei. Gusseisen fängt dort an, wo sie aufhören: Je öfter man es benutzt, desto weniger haftet. Was wie eine Beschichtung aussieht, ist Öl, das in der Hitze hart geworden ist, und es lässt sich beliebig oft erneuern.',
        heading('Der erste Abend'),
        'Die neue Pfanne spülen, auf dem Herd trocknen, hauchdünn mit Rapsöl einreiben und das Öl wieder abwischen, als wäre es ein Versehen gewesen. Dann eine Stunde bei zweihundertdreißig Grad in den Ofen und darin abkühlen lassen. Das Ganze dreimal, danach das erste Ei.',
        'Später genügen heißes Wasser und eine Bürste. Ein Spritzer Spülmittel schadet nicht, was auch immer man hört; über Nacht einweichen schon. Auch Rost ist kein Grund zur Sorge: mit Stahlwolle bis aufs blanke Metall, und von vorn.',
        quote(
          'Die Pfanne meiner Großmutter hat drei Herde und eine Küche überlebt. Die besten Kartoffeln macht sie immer noch.',
        ),
      ),
    },
  },
  {
    slug: 'what-the-fridge-really-costs',
    kind: 'test',
    category: 'kitchen',
    cover: 'fridge-open',
    products: ['frost-180'],
    readingMinutes: 5,
    author: 'Jonas Reuter',
    interests: [
      { tag: 'kitchen', weight: 90 },
      { tag: 'comparing', weight: 80 },
      { tag: 'small-flat', weight: 40 },
    ],
    en: {
      title: 'What the fridge really costs',
      teaser: 'It runs for a hundred and thirty thousand hours. The price on the tag is the smaller half.',
      body: body(
        'A fridge is the only device in the home that never has an evening off. Between the best and the worst energy class lie about a hundred kilowatt-hours a year, some thirty-five euros. Over fifteen years that makes five hundred, and so the cheaper one is seldom cheap.',
        heading('Measured in our kitchen'),
        'We put six models side by side for a month. The greatest difference was not made by the label but by the place: beside the oven every one of them took a quarter more. Two fingers of air at the back saved more than any eco button.',
        'The second surprise was the seal. Close a strip of paper in the door and pull. If it slides out without resistance, the seal is tired. A new one costs forty euros and is simply pressed into its groove.',
        list(
          'Seven degrees are enough; every degree less costs about six per cent.',
          'Let the soup cool down before it goes in.',
          'Defrost as soon as the ice is as thick as a pencil.',
        ),
      ),
    },
    de: {
      title: 'Was der Kühlschrank wirklich kostet',
      teaser: 'Er läuft hundertdreißigtausend Stunden. Der Preis auf dem Schild ist die kleinere Hälfte.',
      body: body(
        'Der Kühlschrank ist das einzige Gerät im Haus, das nie Feierabend hat. Zwischen bester und schlechtester Klasse liegen rund hundert Kilowattstunden im Jahr, etwa fünfunddreißig Euro. In fünfzehn Jahren sind das fünfhundert, und der billige ist selten günstig.',
        heading('In unserer Küche gemessen'),
        'Einen Monat lang standen sechs Modelle nebeneinander. Den größten Unterschied machte nicht das Etikett, sondern der Platz: Neben dem Backofen brauchte jedes ein Viertel mehr. Zwei Finger breit Luft an der Rückwand sparten mehr als jede Spartaste.',
        'Die zweite Überraschung war die Dichtung. Klemmen Sie einen Papierstreifen in die Tür und ziehen Sie. Gleitet er ohne Widerstand heraus, ist die Dichtung müde. Eine neue kostet vierzig Euro und wird einfach in die Nut gedrückt.',
        list(
          'Sieben Grad genügen; jedes Grad weniger kostet rund sechs Prozent.',
          'Die Suppe abkühlen lassen, bevor sie hineinkommt.',
          'Abtauen, sobald das Eis so dick ist wie ein Bleistift.',
        ),
      ),
    },
  },
  {
    slug: 'the-mixer-smells-of-electricity',
    kind: 'guide',
    category: 'kitchen',
    cover: 'mixer-parts',
    products: ['mix-5', 'repair-set-32'],
    readingMinutes: 4,
    author: 'Ines Vollmer',
    interests: [
      { tag: 'kitchen', weight: 80 },
      { tag: 'mends-things', weight: 100 },
    ],
    en: {
      title: 'The mixer smells of electricity',
      teaser:
        'Two little blocks of carbon wear down in every motor. Four euros, four screws, ten more years.',
      body: body(
        'When a hand mixer smells of electricity, sparks behind the slots or starts only after a push, it is nearly always the brushes. They are two blocks of carbon as long as a fingernail, which bring the current to the turning part and wear down in doing so. That is how they are meant to work.',
        heading('Opening up'),
        'Pull the plug, take out the beaters, and look for screws under the sticker too. Lay them out in the order in which they came. The brushes sit on the left and right of the motor, each pressed down by a spring; if less than five millimetres are left, they are due.',
        'Take the old ones along when you buy new ones, since the size is seldom written anywhere. Blow the black dust outdoors, put the new ones in so that the curve fits the shaft, and let the mixer run for two minutes without dough. A few sparks at first are normal.',
        list(
          'Runs, but the beaters do not turn: a gear wheel has lost its teeth.',
          'Nothing at all: check the cable where it enters the housing.',
          'Smells sweet and of varnish: the winding is burnt, and this one has earned its rest.',
        ),
      ),
    },
    de: {
      title: 'Der Mixer riecht nach Strom',
      teaser: 'In jedem Motor schleifen sich zwei Kohlen ab. Vier Euro, vier Schrauben, zehn weitere Jahre.',
      body: body(
        'Riecht ein Handmixer nach Strom, funkt es hinter den Schlitzen oder läuft er erst nach einem Schubs an, sind es fast immer die Kohlen. Das sind zwei Stückchen, lang wie ein Fingernagel, die den Strom zum drehenden Teil bringen und sich dabei abschleifen. So ist es gedacht.',
        heading('Öffnen'),
        'Stecker ziehen, Quirle heraus und auch unter dem Aufkleber nach Schrauben sehen. Legen Sie sie in der Reihenfolge ab, in der sie kamen. Die Kohlen sitzen links und rechts am Motor, jede von einer Feder angedrückt; sind weniger als fünf Millimeter übrig, ist es so weit.',
        'Nehmen Sie die alten zum Einkaufen mit, denn die Größe steht selten irgendwo. Den schwarzen Staub im Freien ausblasen, die neuen so einsetzen, dass die Rundung zur Welle passt, und den Mixer zwei Minuten ohne Teig laufen lassen. Ein paar Funken am Anfang sind normal.',
        list(
          'Er läuft, aber die Quirle stehen: Einem Zahnrad fehlen Zähne.',
          'Gar nichts: das Kabel dort prüfen, wo es ins Gehäuse geht.',
          'Es riecht süßlich nach Lack: Die Wicklung ist verbrannt, und dieser Mixer hat seine Ruhe verdient.',
        ),
      ),
    },
  },
];
