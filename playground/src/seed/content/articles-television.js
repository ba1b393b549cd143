'use strict';

const { paragraph, heading, list, quote } = require('./text');

module.exports = [
  {
    slug: 'sound-but-no-picture',
    kind: 'guide',
    category: 'television',
    cover: 'television-repair',
    gallery: ['television-repair', 'television-stripes'],
    products: ['repair-set-32'],
    readingMinutes: 6,
    author: 'Ines Vollmer',
    internalNote: 'Check the torch trick with the workshop before the next revision.',
    interests: [
      { tag: 'television-repair', weight: 100 },
      { tag: 'television', weight: 60 },
    ],
    en: {
      title: 'Sound, but no picture: what a dark screen tells you',
      teaser: 'The news is audible, the screen stays black. In most cases it is the light, not the panel.',
      body: [
        paragraph(
          'A television that talks but shows nothing is rarely dead. Sound means that power supply, tuner and main board are doing their work. What is missing is usually the backlight: a row of small lamps behind the panel that makes the picture visible at all.',
        ),
        heading('The torch test'),
        paragraph(
          'Darken the room, switch the set on and hold a torch at a flat angle against the glass. If you can make out a faint picture, the panel works and only the light is gone. That is good news: backlight strips cost between twenty and sixty euros and can be replaced with patience and a soft surface to lay the panel on.',
        ),
        paragraph(
          'If nothing can be seen even with the torch, pull the mains plug for ten minutes. Some sets lock themselves after a power cut, and a full discharge wakes them up again. Only after that is it worth opening the back.',
        ),
        heading('When to stop'),
        list(
          'Never work on a set that was on the mains in the last half hour: capacitors keep their charge.',
          'If the panel itself is cracked, replacing it costs more than a new set.',
          'Photograph every connector before you pull it.',
        ),
      ],
      seo: {
        metaTitle: 'Television with sound but no picture',
        metaDescription:
          'How a torch tells you within a minute whether the backlight or the panel has failed.',
      },
    },
    de: {
      title: 'Ton ja, Bild nein: was ein dunkler Schirm verrät',
      teaser:
        'Die Nachrichten sind zu hören, der Schirm bleibt schwarz. Meist fehlt das Licht, nicht das Panel.',
      body: [
        paragraph(
          'Ein Fernseher, der spricht und nichts zeigt, ist selten tot. Ton heißt: Netzteil, Empfänger und Hauptplatine arbeiten. Was fehlt, ist meist die Hintergrundbeleuchtung, eine Reihe kleiner Lampen hinter dem Panel, die das Bild überhaupt erst sichtbar macht.',
        ),
        heading('Die Taschenlampenprobe'),
        paragraph(
          'Zimmer abdunkeln, Gerät einschalten, eine Taschenlampe flach gegen das Glas halten. Ist schwach ein Bild zu erkennen, arbeitet das Panel, und nur das Licht ist ausgefallen. Das ist eine gute Nachricht: Leuchtstreifen kosten zwischen zwanzig und sechzig Euro und lassen sich mit Geduld und einer weichen Unterlage tauschen.',
        ),
        paragraph(
          'Ist auch mit der Lampe nichts zu sehen, ziehen Sie für zehn Minuten den Netzstecker. Manche Geräte sperren sich nach einem Stromausfall, und erst wenn sie ganz entladen sind, wachen sie wieder auf. Danach erst lohnt es sich, die Rückwand zu öffnen.',
        ),
        heading('Wann man aufhört'),
        list(
          'Nie an einem Gerät arbeiten, das in der letzten halben Stunde am Netz war: Kondensatoren behalten ihre Ladung.',
          'Ist das Panel selbst gesprungen, kostet der Tausch mehr als ein neues Gerät.',
          'Jeden Stecker fotografieren, bevor Sie ihn ziehen.',
        ),
      ],
      seo: {
        metaTitle: 'Fernseher mit Ton, aber ohne Bild',
        metaDescription:
          'Wie eine Taschenlampe in einer Minute zeigt, ob Beleuchtung oder Panel ausgefallen ist.',
      },
    },
  },
  {
    slug: 'stripes-on-the-screen',
    kind: 'guide',
    category: 'television',
    cover: 'television-stripes',
    gallery: ['television-stripes'],
    products: ['repair-set-32'],
    readingMinutes: 5,
    author: 'Ines Vollmer',
    interests: [
      { tag: 'television-repair', weight: 100 },
      { tag: 'television', weight: 60 },
    ],
    en: {
      title: 'Stripes on the screen: cable, board or panel?',
      teaser: 'Three causes look alike. A call of the menu and two fingers tell them apart.',
      body: [
        paragraph(
          'Coloured lines can come from the source, from the ribbon cables inside or from the panel. Begin outside: open the menu of the set. If the menu is clean, the stripes come in through the socket, and a new cable for eight euros ends the matter.',
        ),
        heading('Inside the set'),
        paragraph(
          'If the menu shows the stripes as well, look at their direction. Vertical lines point to the upper edge of the panel, where thin ribbon cables carry the columns. Press gently along the upper frame. If the stripes move, a contact has worked loose, and reseating it is an hour of careful work.',
        ),
        paragraph(
          'Lines that never move, whatever you press, come from the glass itself. No tool mends that. Keep the remote control and the stand: both fetch a fair price second-hand.',
        ),
        list(
          'Stripes in the menu too: inside the set.',
          'Stripes only with one source: cable or socket.',
          'Stripes that wander when you press: a loose contact, and worth an hour.',
        ),
      ],
      seo: { metaTitle: 'Stripes on the television screen' },
    },
    de: {
      title: 'Streifen im Bild: Kabel, Platine oder Panel?',
      teaser: 'Drei Ursachen sehen gleich aus. Ein Blick ins Menü und zwei Finger halten sie auseinander.',
      body: [
        paragraph(
          'Farbige Linien können von der Quelle kommen, von den Flachbandkabeln im Inneren oder vom Panel. Beginnen Sie außen: Öffnen Sie das Menü des Geräts. Ist es sauber, kommen die Streifen durch die Buchse herein, und ein neues Kabel für acht Euro erledigt die Sache.',
        ),
        heading('Im Gerät'),
        paragraph(
          'Zeigt auch das Menü die Streifen, achten Sie auf die Richtung. Senkrechte Linien weisen auf den oberen Rand, wo dünne Flachbandkabel die Spalten ansteuern. Drücken Sie sanft den oberen Rahmen entlang. Bewegen sich die Streifen, hat sich ein Kontakt gelöst, und ihn neu zu setzen ist eine Stunde vorsichtiger Arbeit.',
        ),
        paragraph(
          'Linien, die sich nie bewegen, wo immer man drückt, kommen aus dem Glas selbst. Das repariert kein Werkzeug. Behalten Sie Fernbedienung und Fuß: Beides bringt gebraucht noch einen ordentlichen Preis.',
        ),
        list(
          'Streifen auch im Menü: im Gerät.',
          'Streifen nur bei einer Quelle: Kabel oder Buchse.',
          'Streifen, die beim Drücken wandern: ein loser Kontakt, und eine Stunde wert.',
        ),
      ],
      seo: { metaTitle: 'Streifen auf dem Fernsehbild' },
    },
  },
  {
    slug: 'repair-or-replace',
    kind: 'story',
    category: 'television',
    cover: 'workbench',
    products: ['aurora-55', 'repair-set-32'],
    readingMinutes: 4,
    author: 'Jonas Reuter',
    interests: [
      { tag: 'television-repair', weight: 80 },
      { tag: 'television', weight: 80 },
      { tag: 'comparing', weight: 60 },
    ],
    en: {
      title: 'Repair or replace: the honest sum',
      teaser: 'Half the price of a new set is the line. Electricity and years move it.',
      body: [
        paragraph(
          'The rule of thumb among workshops is simple: if the repair costs more than half of a comparable new set, replace it. It is a good rule for sets younger than five years and a bad one for those older than ten, because the old ones draw twice the power.',
        ),
        paragraph(
          'A set of 2012 with 140 watts, running four hours a day, costs about seventy euros of electricity a year. A current one of the same size needs a third of it. Over six years the difference pays for a good part of the new set, and that belongs in the sum.',
        ),
        paragraph(
          'Against that stands what no bill shows: some forty kilos of material that were dug, melted and shipped. Whoever mends a six-year-old set and uses it for four more years has done the better thing nearly always.',
        ),
        heading('Do the sum yourself'),
        list(
          'Price of the repair, halved if the set is younger than five years.',
          'Electricity of the old set minus that of the new one, times the years you expect.',
          'What the old one still fetches: panel, boards and stand have buyers.',
        ),
        quote('I tell one in three to buy a new one. They come back with the toaster.'),
      ],
      seo: { metaTitle: 'Repair a television or replace it?' },
    },
    de: {
      title: 'Reparieren oder ersetzen: die ehrliche Rechnung',
      teaser: 'Die Grenze liegt beim halben Neupreis. Strom und Jahre verschieben sie.',
      body: [
        paragraph(
          'Die Faustregel der Werkstätten ist einfach: Kostet die Reparatur mehr als die Hälfte eines vergleichbaren neuen Geräts, wird ersetzt. Für Geräte unter fünf Jahren ist das eine gute Regel, für solche über zehn eine schlechte, denn die alten ziehen doppelt so viel Strom.',
        ),
        paragraph(
          'Ein Gerät von 2012 mit 140 Watt kostet bei vier Stunden am Tag rund siebzig Euro Strom im Jahr. Ein heutiges gleicher Größe braucht ein Drittel. Über sechs Jahre bezahlt der Unterschied einen guten Teil des neuen Geräts, und das gehört in die Rechnung.',
        ),
        paragraph(
          'Dagegen steht, was auf keiner Rechnung erscheint: gut vierzig Kilo Material, die gegraben, geschmolzen und verschifft wurden. Wer ein sechs Jahre altes Gerät repariert und vier weitere Jahre nutzt, hat fast immer das Bessere getan.',
        ),
        heading('Rechnen Sie selbst'),
        list(
          'Preis der Reparatur, halbiert, wenn das Gerät jünger als fünf Jahre ist.',
          'Strom des alten Geräts minus Strom des neuen, mal die erwarteten Jahre.',
          'Was das alte noch bringt: Panel, Platinen und Fuß finden Käufer.',
        ),
        quote('Jedem Dritten rate ich zu einem neuen. Sie kommen mit dem Toaster wieder.'),
      ],
      seo: { metaTitle: 'Fernseher reparieren oder ersetzen?' },
    },
  },
  {
    slug: 'which-television-suits-your-room',
    kind: 'guide',
    category: 'television',
    cover: 'living-room',
    gallery: ['living-room', 'television-aurora'],
    products: ['aurora-55', 'lumen-43'],
    readingMinutes: 8,
    author: 'Jonas Reuter',
    interests: [
      { tag: 'television', weight: 100 },
      { tag: 'comparing', weight: 80 },
    ],
    blocks: ({ picture, product }, locale) =>
      locale === 'de'
        ? [
            {
              __component: 'sections.picture',
              image: picture('living-room'),
              caption: 'Der Abstand vom Sofa entscheidet mehr als jede Zahl im Prospekt.',
            },
            {
              __component: 'sections.product-list',
              heading: 'Zwei Größen, zwei Zimmer',
              products: [product('aurora-55'), product('lumen-43')],
            },
            {
              __component: 'sections.faq',
              heading: 'Oft gefragt',
              items: [
                {
                  question: 'Brauche ich 8K?',
                  answer:
                    'Nein. Ab zwei Metern sieht niemand den Unterschied, und gesendet wird darin auch nichts.',
                },
                {
                  question: 'Wie hoch soll das Gerät hängen?',
                  answer:
                    'Die Mitte des Bildes auf Augenhöhe im Sitzen, also rund 105 Zentimeter über dem Boden.',
                },
              ],
            },
          ]
        : [
            {
              __component: 'sections.picture',
              image: picture('living-room'),
              caption: 'The distance from the sofa decides more than any figure in the leaflet.',
            },
            {
              __component: 'sections.product-list',
              heading: 'Two sizes, two rooms',
              products: [product('aurora-55'), product('lumen-43')],
            },
            {
              __component: 'sections.faq',
              heading: 'Often asked',
              items: [
                {
                  question: 'Do I need 8K?',
                  answer: 'No. From two metres nobody sees the difference, and nothing is broadcast in it.',
                },
                {
                  question: 'How high should it hang?',
                  answer:
                    'The middle of the picture at eye level when seated: about 105 centimetres above the floor.',
                },
              ],
            },
          ],
    en: {
      title: 'Which television suits your room?',
      teaser: 'Measure the distance first, then the light, then the shelf. The rest is taste.',
      body: [
        paragraph(
          'Take the distance from sofa to wall in centimetres and divide it by 4.5: that is the diagonal in inches at which films begin to feel like films. At two and a half metres this gives 55 inches, at two metres 43. Larger is seldom better, because the eye starts to wander.',
        ),
        paragraph(
          'Then look at the windows. A room with sun on the screen wants a bright panel with a matt surface; a room used in the evening is happier with a dark black, which self-lit pixels give.',
        ),
        list(
          'Two sockets of the newest kind are enough for most households.',
          'Built-in loudspeakers are the part that gets the smallest budget: plan for a sound bar.',
          'The energy label counts: between two classes lie about fifteen euros a year.',
        ),
        heading('Before you carry it home'),
        paragraph(
          'Cut the size out of newspaper and stick it to the wall for two evenings. It sounds silly and has saved more of our customers from a wrong purchase than any test. Measure the board as well: the feet of many sets stand further apart than the furniture is wide.',
        ),
      ],
      seo: {
        metaTitle: 'Which television suits your room?',
        metaDescription: 'Distance, light and shelf: how to choose a size and a panel without a data sheet.',
      },
    },
    de: {
      title: 'Welcher Fernseher passt ins Zimmer?',
      teaser: 'Erst den Abstand messen, dann das Licht, dann das Regal. Der Rest ist Geschmack.',
      body: [
        paragraph(
          'Nehmen Sie den Abstand vom Sofa zur Wand in Zentimetern und teilen Sie ihn durch 4,5: Das ist die Diagonale in Zoll, ab der sich Filme wie Filme anfühlen. Bei zweieinhalb Metern sind das 55 Zoll, bei zwei Metern 43. Größer ist selten besser, denn das Auge beginnt zu wandern.',
        ),
        paragraph(
          'Dann der Blick auf die Fenster. Ein Zimmer mit Sonne auf dem Schirm braucht ein helles, mattes Panel; eines, das abends genutzt wird, freut sich über tiefes Schwarz, wie es selbstleuchtende Bildpunkte liefern.',
        ),
        list(
          'Zwei Anschlüsse der neuesten Art reichen in den meisten Haushalten.',
          'Eingebaute Lautsprecher sind das Teil mit dem kleinsten Budget: Planen Sie eine Klangleiste ein.',
          'Das Energielabel zählt: Zwischen zwei Klassen liegen etwa fünfzehn Euro im Jahr.',
        ),
        heading('Bevor Sie es nach Hause tragen'),
        paragraph(
          'Schneiden Sie die Größe aus Zeitungspapier und hängen Sie sie zwei Abende an die Wand. Das klingt albern und hat mehr Kunden vor einem Fehlkauf bewahrt als jeder Test. Messen Sie auch das Möbel: Bei vielen Geräten stehen die Füße weiter auseinander, als das Brett breit ist.',
        ),
      ],
      seo: {
        metaTitle: 'Welcher Fernseher passt ins Zimmer?',
        metaDescription: 'Abstand, Licht und Regal: Größe und Panel wählen, ohne ein Datenblatt zu lesen.',
      },
    },
  },
];
