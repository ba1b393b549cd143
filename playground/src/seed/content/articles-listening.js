'use strict';

const { body, heading, list, quote } = require('./text');

module.exports = [
  {
    slug: 'over-in-or-on-the-ear',
    kind: 'test',
    category: 'listening',
    cover: 'headphones-table',
    gallery: ['headphones', 'earphones'],
    products: ['stille-over', 'faden-in'],
    readingMinutes: 6,
    author: 'Selin Arikan',
    interests: [
      { tag: 'headphones', weight: 100 },
      { tag: 'comparing', weight: 80 },
    ],
    en: {
      title: 'Over, in or on the ear',
      teaser: 'Not the sound decides which headphones you wear, but your glasses, your train and your neck.',
      body: body(
        'We gave eleven pairs to eleven colleagues and asked after two weeks not for the best sound but for the pair that they had in fact worn. The winner on paper lay in a drawer five times. It pressed on the arms of spectacles.',
        heading('Three questions before the first note'),
        'Do you wear glasses? Then soft pads that go around the ear, and at least twenty minutes on your head in the shop. Do you move? Then in the ear, because everything else slips. Do you listen for hours at a desk? Then let air through: open backs keep ears cool, though everybody beside you listens along.',
        'Only then comes the sound, and it is more easily judged than people think. Take a recording of a voice that you know well, of a friend or from the radio. If it sounds as if the person were in the room, the rest will be right too.',
        list(
          'Pads that can be changed without glue.',
          'A battery with screws in front of it.',
          'A socket for a cable, for the day when the battery is empty.',
        ),
      ),
    },
    de: {
      title: 'Über dem Ohr, im Ohr oder darauf',
      teaser: 'Nicht der Klang entscheidet, welchen Kopfhörer man trägt, sondern Brille, Bahn und Nacken.',
      body: body(
        'Elf Kopfhörer gingen an elf Kollegen, und nach zwei Wochen fragten wir nicht nach dem besten Klang, sondern nach dem Paar, das sie wirklich getragen hatten. Der Sieger auf dem Papier lag fünfmal in der Schublade. Er drückte auf die Brillenbügel.',
        heading('Drei Fragen vor dem ersten Ton'),
        'Tragen Sie eine Brille? Dann weiche Polster, die das Ohr umschließen, und im Laden mindestens zwanzig Minuten damit herumgehen. Bewegen Sie sich? Dann ins Ohr, denn alles andere rutscht. Hören Sie stundenlang am Schreibtisch? Dann offen: Die Ohren bleiben kühl, nur hört der Nachbar mit.',
        'Erst dann kommt der Klang, und der ist leichter zu beurteilen, als viele glauben. Nehmen Sie die Aufnahme einer Stimme, die Sie gut kennen, von einer Freundin oder aus dem Radio. Klingt sie, als säße der Mensch im Zimmer, stimmt auch der Rest.',
        list(
          'Polster, die sich ohne Kleber tauschen lassen.',
          'Ein Akku, vor dem Schrauben sitzen.',
          'Eine Buchse für das Kabel, für den Tag mit leerem Akku.',
        ),
      ),
    },
  },
  {
    slug: 'quiet-that-can-be-bought',
    kind: 'guide',
    category: 'listening',
    cover: 'train-window',
    products: ['stille-over'],
    readingMinutes: 4,
    author: 'Jonas Reuter',
    interests: [
      { tag: 'headphones', weight: 90 },
      { tag: 'commuting', weight: 70 },
      { tag: 'researching', weight: 60 },
    ],
    en: {
      title: 'Quiet that can be bought',
      teaser: 'Noise cancelling removes the train, not the call beside you. That is physics, not a defect.',
      body: body(
        'Small microphones on the outside hear the noise, and a chip plays the exact opposite of it into your ear. Wave crest meets wave trough, and both are gone. This works splendidly where noise is deep and even: engines, rails, ventilation.',
        'Voices are another matter. They change faster than the chip can calculate and come from every side. What remains of them is what the pad lets through, so a well-fitting cushion does more against the office than the most expensive electronics.',
        heading('Try it like this'),
        'Go to a busy street, not to a quiet shop. Switch cancelling on and off three times, with nothing playing. If you feel pressure on the ears, choose a model with steps: many people are content with the middle one, and the battery lasts longer.',
        quote('The best thing about quiet is that you can turn the music down.'),
      ),
    },
    de: {
      title: 'Stille zum Kaufen',
      teaser:
        'Geräuschunterdrückung nimmt den Zug weg, nicht das Telefonat daneben. Das ist Physik, kein Mangel.',
      body: body(
        'Kleine Mikrofone hören außen den Lärm, und ein Chip spielt dem Ohr das genaue Gegenteil vor. Wellenberg trifft Wellental, und beide sind weg. Das gelingt prächtig, wo Lärm tief und gleichmäßig ist: Motoren, Schienen, Lüftung.',
        'Mit Stimmen ist es anders. Sie ändern sich schneller, als der Chip rechnet, und kommen von allen Seiten. Was von ihnen bleibt, hat das Polster durchgelassen. Gegen das Großraumbüro hilft deshalb ein Kissen, das gut sitzt, mehr als die teuerste Elektronik.',
        heading('So probiert man'),
        'Gehen Sie an eine laute Straße statt in einen leisen Laden. Dreimal ein- und ausschalten, ohne Musik. Spüren Sie Druck auf den Ohren, nehmen Sie ein Modell mit Stufen: Vielen genügt die mittlere, und der Akku hält länger.',
        quote('Das Schönste an der Stille ist, dass man die Musik leiser drehen kann.'),
      ),
    },
  },
  {
    slug: 'new-pads-new-battery',
    kind: 'guide',
    category: 'listening',
    cover: 'headphone-parts',
    products: ['stille-over', 'repair-set-32'],
    readingMinutes: 4,
    author: 'Ines Vollmer',
    interests: [
      { tag: 'headphones', weight: 80 },
      { tag: 'mends-things', weight: 100 },
    ],
    en: {
      title: 'New pads, new battery',
      teaser: 'Headphones die of crumbling foam and tired cells. Both cost less than a dinner.',
      body: body(
        'Most headphones that come to us still sound as they did. What has gone is the cushion, which crumbles black into the hair, and the battery, which gives up after an hour. Both are wear parts, even where the maker would rather not say so.',
        heading('Cushions'),
        'Run a fingernail between cushion and shell and pull. Some are clipped, some turn a quarter to the left, and few are glued. Measure the old ones across the outside before you order; half a centimetre too small, and the bass is gone.',
        'For the battery you need a small cross-head screwdriver and good light. Photograph the cable, note plus and minus, and take a cell with the same three numbers. If it is soldered and you are not, bring it on a Saturday: it takes us a quarter of an hour.',
        list(
          'Pads: fifteen to thirty euros, five minutes.',
          'Battery: ten to twenty euros, half an hour.',
          'Cable with a loose contact: six euros, and a steady hand.',
        ),
      ),
    },
    de: {
      title: 'Neue Polster, neuer Akku',
      teaser:
        'Kopfhörer sterben an bröselndem Schaum und müden Zellen. Beides kostet weniger als ein Abendessen.',
      body: body(
        'Die meisten Kopfhörer, die zu uns kommen, klingen noch wie früher. Hinüber sind die Polster, die schwarz ins Haar bröseln, und der Akku, der nach einer Stunde aufgibt. Beides sind Verschleißteile, auch wo der Hersteller das lieber verschweigt.',
        heading('Die Polster'),
        'Mit dem Fingernagel zwischen Polster und Schale fahren und ziehen. Manche sind geklipst, manche lassen sich eine Vierteldrehung nach links lösen, geklebt sind die wenigsten. Vor dem Bestellen die alten außen messen; ein halber Zentimeter zu wenig, und der Bass ist weg.',
        'Für den Akku braucht es einen kleinen Kreuzschlitz und gutes Licht. Das Kabel fotografieren, Plus und Minus notieren und eine Zelle mit denselben drei Zahlen nehmen. Ist sie verlötet und Sie können nicht löten, kommen Sie am Samstag: Wir brauchen eine Viertelstunde.',
        list(
          'Polster: fünfzehn bis dreißig Euro, fünf Minuten.',
          'Akku: zehn bis zwanzig Euro, eine halbe Stunde.',
          'Wackelkontakt im Kabel: sechs Euro und eine ruhige Hand.',
        ),
      ),
    },
  },
  {
    slug: 'why-films-whisper',
    kind: 'guide',
    category: 'television',
    cover: 'television-sound',
    products: ['aurora-55', 'stille-over'],
    readingMinutes: 4,
    author: 'Jonas Reuter',
    interests: [
      { tag: 'television', weight: 80 },
      { tag: 'headphones', weight: 50 },
      { tag: 'researching', weight: 50 },
    ],
    en: {
      title: 'Why films whisper and advertisements shout',
      teaser: 'It is not your ears. Three settings bring the voices back, and the fourth is a shelf.',
      body: body(
        'Films are mixed for cinemas, with a voice in the middle and thunder all around. A flat set folds all of that into two loudspeakers of the size of a biscuit, which point at the wall behind it. The thunder survives this; the voice does not.',
        heading('Three settings'),
        list(
          'Set the sound to stereo or PCM instead of surround, if nothing but the set is playing.',
          'Switch on the night mode: it lifts what is quiet and holds down what is loud.',
          'Switch off everything called “virtual” or “3D”.',
        ),
        'If that is not enough, help the wall. Loudspeakers that shine backwards need something to bounce off: a bare wall ten to fifteen centimetres behind the set is better than a curtain, and a shelf beneath it carries the voices into the room.',
        'And if somebody sleeps next door, headphones are the honest solution. Choose a pair with a cable or with a delay below forty milliseconds, or the lips will move before the words.',
      ),
    },
    de: {
      title: 'Warum Filme flüstern und Werbung brüllt',
      teaser:
        'Es liegt nicht an Ihren Ohren. Drei Einstellungen holen die Stimmen zurück, die vierte ist ein Brett.',
      body: body(
        'Filme werden fürs Kino gemischt, die Stimme in der Mitte und der Donner ringsum. Ein flaches Gerät faltet das alles auf zwei Lautsprecher von der Größe eines Kekses zusammen, die zur Wand zeigen. Der Donner überlebt das, die Stimme nicht.',
        heading('Drei Einstellungen'),
        list(
          'Den Ton auf Stereo oder PCM stellen statt auf Raumklang, wenn nur das Gerät selbst spielt.',
          'Den Nachtmodus einschalten: Er hebt Leises an und hält Lautes unten.',
          'Alles ausschalten, was „virtuell“ oder „3D“ heißt.',
        ),
        'Reicht das nicht, helfen Sie der Wand. Lautsprecher, die nach hinten strahlen, brauchen etwas, wovon der Klang abprallt: Eine nackte Wand zehn bis fünfzehn Zentimeter dahinter ist besser als ein Vorhang, und ein Brett darunter trägt die Stimmen ins Zimmer.',
        'Und wenn nebenan jemand schläft, sind Kopfhörer die ehrliche Lösung. Nehmen Sie welche mit Kabel oder mit weniger als vierzig Millisekunden Verzögerung, sonst bewegen sich die Lippen vor den Worten.',
      ),
    },
  },
];
