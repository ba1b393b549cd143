'use strict';

const { paragraph, heading, list } = require('./text');

module.exports = [
  {
    slug: 'choosing-a-washing-machine',
    kind: 'test',
    category: 'washing',
    cover: 'washing-machine',
    gallery: ['washing-machine', 'laundry'],
    products: ['quell-8', 'quell-7-slim'],
    readingMinutes: 6,
    author: 'Jonas Reuter',
    interests: [
      { tag: 'washing-machines', weight: 100 },
      { tag: 'comparing', weight: 70 },
    ],
    en: {
      title: 'Choosing a washing machine: what the label leaves out',
      teaser: 'Capacity is the wrong first question. Begin with the door frame and the neighbours.',
      body: [
        paragraph(
          'The label names kilos, spin speed and electricity. It says nothing of how long the short programme really takes, how loud the machine is when it starts to spin, or whether a bearing can be replaced. These are the things that decide how content you are after three years.',
        ),
        paragraph(
          'Two people fill seven kilos comfortably. Nine kilos are for families and for those who collect laundry for two weeks. A machine that runs half empty washes no cleaner and uses nearly as much water.',
        ),
        heading('Four questions for the shop'),
        list(
          'Is the drum welded or screwed? Only the second can be repaired.',
          'How deep is it with the hose connected?',
          'How many decibels when spinning, not when washing?',
          'For how many years are spare parts kept?',
        ),
        paragraph(
          'Ask these in the shop, and wait for the answer to the first. Whoever says that nobody repairs drums any more has just told you what will happen to this one.',
        ),
      ],
      seo: { metaTitle: 'Choosing a washing machine' },
    },
    de: {
      title: 'Waschmaschine wählen: was nicht auf dem Label steht',
      teaser: 'Kilos sind die falsche erste Frage. Beginnen Sie mit Türrahmen und Nachbarn.',
      body: [
        paragraph(
          'Das Label nennt Kilo, Schleuderzahl und Strom. Es schweigt darüber, wie lange das Kurzprogramm wirklich dauert, wie laut die Maschine beim Anschleudern ist und ob sich ein Lager tauschen lässt. Genau das entscheidet, wie zufrieden man nach drei Jahren ist.',
        ),
        paragraph(
          'Zwei Personen kommen mit sieben Kilo gut aus. Neun Kilo sind für Familien und für alle, die zwei Wochen sammeln. Eine halb leere Maschine wäscht nicht sauberer und braucht fast genauso viel Wasser.',
        ),
        heading('Vier Fragen für den Laden'),
        list(
          'Ist die Trommel verschweißt oder verschraubt? Nur die zweite lässt sich reparieren.',
          'Wie tief ist das Gerät mit angeschlossenem Schlauch?',
          'Wie viele Dezibel beim Schleudern, nicht beim Waschen?',
          'Wie viele Jahre werden Ersatzteile vorgehalten?',
        ),
        paragraph(
          'Stellen Sie sie, und warten Sie bei der ersten die Antwort ab. Wer sagt, Trommeln repariere heute niemand mehr, hat Ihnen gerade erzählt, wie es mit dieser ausgehen wird.',
        ),
      ],
      seo: { metaTitle: 'Waschmaschine wählen' },
    },
  },
  {
    slug: 'the-machine-stands-full-of-water',
    kind: 'guide',
    category: 'washing',
    cover: 'washing-machine-leak',
    products: ['repair-set-32'],
    readingMinutes: 4,
    author: 'Ines Vollmer',
    interests: [{ tag: 'washing-machines', weight: 100 }],
    en: {
      title: 'The machine stands full of water',
      teaser: 'A coin in the pump is the most frequent fault of all. It takes ten minutes and a towel.',
      body: [
        paragraph(
          'When the programme stops before spinning and water stands behind the door, the pump is blocked in eight cases out of ten. Behind the small flap at the bottom sits a filter; in front of it, usually, a thin hose with a plug. Let the water run out into a flat bowl first, and have a towel ready nevertheless.',
        ),
        paragraph(
          'Unscrew the filter slowly. Coins, hairpins and the wire of a bra are the classics. Turn the little wheel behind it with a finger: it should move in small jerks. If it spins freely, the magnet has come loose and the pump needs replacing, a part of about thirty euros.',
        ),
        paragraph(
          'If the filter was clean, look at the hose behind the machine. A kink that came from pushing the machine back against the wall is the second most frequent cause, and the cheapest.',
        ),
        heading('In this order'),
        list(
          'Empty it by the thin hose, into something flat.',
          'Clean the filter and turn the wheel behind it.',
          'Look for a kink in the hose at the back.',
          'Only then think of the pump itself.',
        ),
      ],
      seo: { metaTitle: 'Washing machine does not drain' },
    },
    de: {
      title: 'Die Maschine steht voll Wasser',
      teaser:
        'Eine Münze in der Pumpe ist der häufigste Fehler überhaupt. Es braucht zehn Minuten und ein Handtuch.',
      body: [
        paragraph(
          'Bleibt das Programm vor dem Schleudern stehen und steht Wasser hinter der Tür, ist in acht von zehn Fällen die Pumpe blockiert. Hinter der kleinen Klappe unten sitzt ein Sieb, davor meist ein dünner Schlauch mit Stopfen. Lassen Sie das Wasser zuerst in eine flache Schale ab und halten Sie trotzdem ein Handtuch bereit.',
        ),
        paragraph(
          'Schrauben Sie das Sieb langsam heraus. Münzen, Haarnadeln und Bügel von Büstenhaltern sind die Klassiker. Drehen Sie das Rädchen dahinter mit dem Finger: Es soll sich ruckweise bewegen. Dreht es frei, hat sich der Magnet gelöst, und die Pumpe muss getauscht werden, ein Teil für rund dreißig Euro.',
        ),
        paragraph(
          'War das Sieb sauber, sehen Sie nach dem Schlauch hinter der Maschine. Ein Knick vom Zurückschieben an die Wand ist die zweithäufigste Ursache und die billigste.',
        ),
        heading('In dieser Reihenfolge'),
        list(
          'Durch den dünnen Schlauch ablassen, in etwas Flaches.',
          'Das Sieb reinigen und das Rädchen dahinter drehen.',
          'Hinten nach einem Knick im Schlauch sehen.',
          'Erst dann an die Pumpe selbst denken.',
        ),
      ],
      seo: { metaTitle: 'Waschmaschine pumpt nicht ab' },
    },
  },
  {
    slug: 'when-washing-smells',
    kind: 'news',
    category: 'washing',
    cover: 'laundry',
    products: ['quell-8'],
    readingMinutes: 3,
    author: 'Mara Thoma',
    sponsored: true,
    interests: [{ tag: 'washing-machines', weight: 90 }],
    en: {
      title: 'When clean washing smells',
      teaser: 'Thirty degrees and liquid detergent are kind to clothes and to bacteria.',
      body: [
        paragraph(
          'A machine that never gets warmer than forty degrees grows a grey film behind the door seal and in the detergent drawer. It smells of cellar, and so, after an hour on the line, do the towels. Perfume covers it for a day.',
        ),
        paragraph(
          'Once a month run an empty programme at sixty degrees with powder that contains bleach; liquid detergent has none. Wipe the seal dry afterwards and leave door and drawer ajar. After two rounds the smell is gone in most machines, and it stays away as long as the door stays open.',
        ),
        heading('If it comes back'),
        paragraph(
          'Then it is usually the drawer. Pull it right out, there is a catch in the middle, and brush the chamber above it, where nobody looks. What drips down from there lands in every wash.',
        ),
        list(
          'Less detergent: too much of it is what the film lives on.',
          'Take the laundry out at once, not after the film.',
          'Leave the door open, even if it looks untidy.',
        ),
      ],
      seo: { metaTitle: 'When clean washing smells' },
    },
    de: {
      title: 'Wenn saubere Wäsche riecht',
      teaser: 'Dreißig Grad und Flüssigwaschmittel schonen Kleidung und Bakterien.',
      body: [
        paragraph(
          'In einer Maschine, die nie wärmer als vierzig Grad wird, wächst hinter der Türdichtung und in der Waschmittelschublade ein grauer Film. Sie riecht nach Keller, und nach einer Stunde auf der Leine riechen auch die Handtücher so. Parfüm überdeckt das einen Tag lang.',
        ),
        paragraph(
          'Lassen Sie einmal im Monat ein leeres Programm mit sechzig Grad und Pulver laufen, das Bleiche enthält; Flüssigwaschmittel hat keine. Danach die Dichtung trocken wischen und Tür und Schublade offen lassen. Nach zwei Runden ist der Geruch bei den meisten Maschinen weg, und er bleibt weg, solange die Tür offen steht.',
        ),
        heading('Wenn er wiederkommt'),
        paragraph(
          'Dann ist es meist die Schublade. Ziehen Sie sie ganz heraus, in der Mitte sitzt eine Raste, und bürsten Sie die Kammer darüber, in die niemand schaut. Was von dort tropft, landet in jeder Wäsche.',
        ),
        list(
          'Weniger Waschmittel: Vom Zuviel lebt der Film.',
          'Die Wäsche gleich herausnehmen, nicht erst nach dem Krimi.',
          'Die Tür offen lassen, auch wenn es unordentlich aussieht.',
        ),
      ],
      seo: { metaTitle: 'Wenn saubere Wäsche riecht' },
    },
  },
];
