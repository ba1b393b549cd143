'use strict';

const { body, heading, list, quote } = require('./text');

module.exports = [
  {
    slug: 'a-desk-at-the-window',
    kind: 'guide',
    category: 'home-office',
    cover: 'desk-window',
    gallery: ['desk-window', 'standing-desk'],
    products: ['werk-desk-140', 'mittag-lamp'],
    readingMinutes: 5,
    author: 'Mara Thoma',
    interests: [
      { tag: 'home-office', weight: 100 },
      { tag: 'small-flat', weight: 60 },
      { tag: 'researching', weight: 60 },
    ],
    en: {
      title: 'A desk at the window',
      teaser: 'Sideways to the light, an arm’s length to the screen, and a door that means evening.',
      body: body(
        'Most desks at home stand where there was room for them, and most backs know it. Before you buy anything, move the table you have. Light should come from the side: from the front it dazzles, from behind it sits in the screen as a second window.',
        heading('Two measures that cost nothing'),
        'Stretch out your arm: that is how far away the screen belongs, and its upper edge at the height of your eyes. With a laptop this is impossible as long as its keyboard hangs on it. A stack of books under it and a keyboard for twenty-five euros do more than any new chair.',
        'In a small flat the desk has to disappear. Ours is eighty centimetres wide and sixty deep, stands beside the wardrobe, and has a lid. Whoever closes it at six has an evening; whoever leaves it open has a second shift.',
        list(
          'Depth before width: sixty centimetres are the least, eighty are comfortable.',
          'One socket strip fixed under the top, not on the floor.',
          'A plant at the edge of your view: eyes want something green and far.',
        ),
      ),
    },
    de: {
      title: 'Ein Schreibtisch am Fenster',
      teaser: 'Seitlich zum Licht, eine Armlänge zum Bildschirm und ein Deckel, der Feierabend bedeutet.',
      body: body(
        'Die meisten Schreibtische zu Hause stehen dort, wo gerade Platz war, und die meisten Rücken wissen es. Bevor Sie etwas kaufen, rücken Sie den Tisch, den Sie haben. Das Licht soll von der Seite kommen: Von vorn blendet es, von hinten steht es als zweites Fenster im Bildschirm.',
        heading('Zwei Maße, die nichts kosten'),
        'Strecken Sie den Arm aus: So weit gehört der Bildschirm weg, die Oberkante auf Augenhöhe. Mit einem Laptop ist das unmöglich, solange seine Tastatur daranhängt. Ein Stapel Bücher darunter und eine Tastatur für fünfundzwanzig Euro bewirken mehr als jeder neue Stuhl.',
        'In einer kleinen Wohnung muss der Tisch verschwinden können. Unserer ist achtzig Zentimeter breit und sechzig tief, steht neben dem Kleiderschrank und hat einen Deckel. Wer ihn um sechs schließt, hat einen Abend; wer ihn offen lässt, eine zweite Schicht.',
        list(
          'Tiefe vor Breite: Sechzig Zentimeter sind das Mindeste, achtzig sind bequem.',
          'Eine Steckerleiste, unter der Platte verschraubt statt auf dem Boden.',
          'Eine Pflanze am Rand des Blicks: Augen wollen etwas Grünes in der Ferne.',
        ),
      ),
    },
  },
  {
    slug: 'a-chair-for-eight-hours',
    kind: 'test',
    category: 'home-office',
    cover: 'office-chair',
    products: ['sitz-3', 'werk-desk-140'],
    readingMinutes: 6,
    author: 'Jonas Reuter',
    interests: [
      { tag: 'home-office', weight: 100 },
      { tag: 'comparing', weight: 90 },
    ],
    en: {
      title: 'A chair for eight hours',
      teaser: 'The best posture is the next one. Seven chairs, and what they allow.',
      body: body(
        'No chair makes you sit straight. It can only let you change, and that is what we measured: how often our testers moved in an hour without thinking about it. In the best chair it was forty times, in the handsomest nine.',
        heading('What makes the difference'),
        'A back that follows you. Lean back: if the seat tilts along and the feet stay on the ground, the mechanism is right. If the shirt is pulled out of the trousers, it is not. Armrests should go below the table, or they keep you away from it.',
        'Used office chairs are an honest alternative. Offices clear them out after eight years, and good mechanisms last for twenty. A new gas spring costs thirty euros and can be fitted with a pipe wrench.',
        list(
          'Seat height: knees a little lower than hips.',
          'Seat depth: three fingers between edge and hollow of the knee.',
          'Castors: soft ones for wood and tiles, hard ones for carpet.',
        ),
      ),
    },
    de: {
      title: 'Ein Stuhl für acht Stunden',
      teaser: 'Die beste Haltung ist die nächste. Sieben Stühle und was sie zulassen.',
      body: body(
        'Kein Stuhl sorgt dafür, dass man gerade sitzt. Er kann nur zulassen, dass man sich bewegt, und das haben wir gemessen: wie oft sich unsere Tester in der Stunde rührten, ohne daran zu denken. Im besten Stuhl vierzigmal, im schönsten neunmal.',
        heading('Was den Unterschied macht'),
        'Eine Lehne, die mitgeht. Lehnen Sie sich zurück: Neigt sich der Sitz mit und bleiben die Füße am Boden, stimmt die Mechanik. Zieht es Ihnen das Hemd aus der Hose, stimmt sie nicht. Armlehnen sollen unter den Tisch passen, sonst halten sie Sie von ihm fern.',
        'Gebrauchte Bürostühle sind eine ehrliche Alternative. Firmen geben sie nach acht Jahren weg, gute Mechaniken halten zwanzig. Eine neue Gasfeder kostet dreißig Euro und lässt sich mit einer Rohrzange einsetzen.',
        list(
          'Sitzhöhe: die Knie etwas tiefer als die Hüften.',
          'Sitztiefe: drei Finger zwischen Kante und Kniekehle.',
          'Rollen: weiche für Holz und Fliesen, harte für Teppich.',
        ),
      ),
    },
  },
  {
    slug: 'light-for-long-afternoons',
    kind: 'guide',
    category: 'home-office',
    cover: 'evening-lamp',
    products: ['mittag-lamp'],
    readingMinutes: 3,
    author: 'Selin Arikan',
    interests: [
      { tag: 'home-office', weight: 90 },
      { tag: 'researching', weight: 40 },
    ],
    en: {
      title: 'Light for long afternoons',
      teaser: 'From three o’clock on the room is darker than you notice. Your eyes notice.',
      body: body(
        'A cloudy day outside is twenty times as bright as a well-lit living room. The eye adapts so well that we do not see the difference, and then it stings at five. What helps is not one strong lamp but two weak ones in the right places.',
        heading('One for the wall, one for the page'),
        'Let the first shine at the wall behind the screen, so that bright and dark lie closer together. The second belongs on the left if you write with the right hand, a forearm above the paper, and its bulb must not be visible from where you sit.',
        'As for the colour: about four thousand kelvin by day, below three thousand after dinner. Lamps that change by themselves are pleasant. Whoever has two lamps can do the same with a switch.',
        quote('If you can see your own shadow on the page, the lamp is on the wrong side.'),
      ),
    },
    de: {
      title: 'Licht für lange Nachmittage',
      teaser: 'Ab drei Uhr ist das Zimmer dunkler, als man merkt. Die Augen merken es.',
      body: body(
        'Ein bewölkter Tag ist draußen zwanzigmal so hell wie ein gut beleuchtetes Wohnzimmer. Das Auge passt sich so geschickt an, dass wir den Unterschied nicht sehen, und um fünf brennt es dann. Dagegen hilft nicht eine starke Lampe, sondern zwei schwache am richtigen Platz.',
        heading('Eine für die Wand, eine fürs Blatt'),
        'Die erste strahlt an die Wand hinter dem Bildschirm, damit Hell und Dunkel näher beieinanderliegen. Die zweite steht für Rechtshänder links, einen Unterarm hoch über dem Papier, und ihre Birne darf vom Stuhl aus nicht zu sehen sein.',
        'Zur Farbe: tagsüber um viertausend Kelvin, nach dem Abendessen unter dreitausend. Lampen, die von selbst wechseln, sind angenehm. Mit zwei Lampen und einem Schalter geht es genauso.',
        quote('Wer auf dem Blatt den eigenen Schatten sieht, hat die Lampe auf der falschen Seite.'),
      ),
    },
  },
  {
    slug: 'the-end-of-the-working-day',
    kind: 'story',
    category: 'home-office',
    cover: 'evening-walk',
    products: ['werk-desk-140', 'steig-low'],
    readingMinutes: 4,
    author: 'Mara Thoma',
    interests: [
      { tag: 'home-office', weight: 80 },
      { tag: 'small-flat', weight: 50 },
    ],
    en: {
      title: 'The end of the working day',
      teaser: 'Who works at home has lost the way back. Four people who have built themselves a new one.',
      body: body(
        'The way home used to be the most useless and the most important half hour of the day. Nobody planned anything in it, and in the end one had arrived. At home this takes four steps from desk to sofa, and the head does not come along.',
        'Selin closes the lid and waters the plants, always in the same order. Henrik puts his shoes on, walks once around the block and comes in by the same door as somebody else. Ines takes the lamp from the desk and puts it on the dining table. It is the only one she has.',
        heading('What they have in common'),
        'None of it costs money, and all of it takes place at a fixed time, with the hands, and in the same way every day. It is not about rest. It is about a sign that body and flatmates understand.',
        quote('I say goodbye aloud. The cat finds it silly. It works.'),
      ),
    },
    de: {
      title: 'Wie man Feierabend macht',
      teaser:
        'Wer zu Hause arbeitet, hat den Heimweg verloren. Vier Menschen, die sich einen neuen gebaut haben.',
      body: body(
        'Der Heimweg war die nutzloseste und wichtigste halbe Stunde des Tages. Niemand hatte in ihr etwas vor, und am Ende war man angekommen. Zu Hause sind es vier Schritte vom Schreibtisch zum Sofa, und der Kopf kommt nicht mit.',
        'Selin schließt den Deckel und gießt die Pflanzen, immer in derselben Reihenfolge. Henrik zieht Schuhe an, geht einmal um den Block und kommt durch dieselbe Tür als ein anderer herein. Ines nimmt die Lampe vom Schreibtisch und stellt sie auf den Esstisch. Eine zweite hat sie nicht.',
        heading('Was sie gemeinsam haben'),
        'Nichts davon kostet Geld, und alles geschieht zur festen Zeit, mit den Händen und jeden Tag gleich. Es geht nicht um Erholung. Es geht um ein Zeichen, das der Körper versteht und die Mitbewohner auch.',
        quote('Ich sage laut „bis morgen“. Die Katze findet das albern. Es wirkt.'),
      ),
    },
  },
  {
    slug: 'the-first-hour-of-the-day',
    kind: 'story',
    category: 'home-office',
    cover: 'sunrise-kitchen',
    gallery: ['sunrise-kitchen', 'coffee-table'],
    products: ['morgen-press', 'pendel-7', 'mittag-lamp'],
    readingMinutes: 5,
    author: 'Jonas Reuter',
    interests: [{ tag: 'small-flat', weight: 40 }],
    en: {
      title: 'The first hour of the day',
      teaser: 'Cup, road or desk: what we do between six and seven decides more than we think.',
      body: body(
        'We asked our readers what they do in the first hour after getting up, and four hundred answered. The replies fall into three piles. Some make coffee as if it were a ceremony, some are already on the road, and some sit at the desk before anybody else is awake.',
        heading('Three kinds of morning'),
        'What surprised us is how seldom the piles mix. Whoever grinds beans does not hurry, and whoever rides to work drinks coffee there. Common to all three is that the content ones had the evening before decided what comes first, so that the morning had nothing to discuss.',
        'The telephone, by the way, appeared in every third letter, and nobody was proud of it. The best advice came from a reader of eighty-one: put it in the bread bin. By the time the bread is cut you have already begun.',
        list(
          'The cup: twenty minutes that belong to nobody else.',
          'The road: awake on arrival, and the day smells of rain.',
          'The desk: one hour before the first message counts for two.',
        ),
      ),
    },
    de: {
      title: 'Die erste Stunde des Tages',
      teaser:
        'Tasse, Straße oder Schreibtisch: Was wir zwischen sechs und sieben tun, entscheidet mehr, als wir denken.',
      body: body(
        'Wir haben unsere Leserinnen und Leser gefragt, was sie in der ersten Stunde nach dem Aufstehen tun, und vierhundert haben geantwortet. Die Briefe ergeben drei Stapel. Die einen kochen Kaffee wie eine Zeremonie, die anderen sind schon unterwegs, und die dritten sitzen am Schreibtisch, bevor jemand wach ist.',
        heading('Drei Arten von Morgen'),
        'Überrascht hat uns, wie selten sich die Stapel mischen. Wer Bohnen mahlt, hetzt nicht, und wer zur Arbeit radelt, trinkt den Kaffee dort. Gemeinsam ist allen Zufriedenen, dass sie am Abend vorher entschieden haben, was zuerst kommt. Der Morgen hat dann nichts zu verhandeln.',
        'Das Telefon kam übrigens in jedem dritten Brief vor, und niemand war stolz darauf. Den besten Rat gab eine Leserin von einundachtzig: Legen Sie es in den Brotkasten. Bis das Brot geschnitten ist, haben Sie längst angefangen.',
        list(
          'Die Tasse: zwanzig Minuten, die niemandem sonst gehören.',
          'Die Straße: Man kommt wach an, und der Tag riecht nach Regen.',
          'Der Schreibtisch: Eine Stunde vor der ersten Nachricht zählt doppelt.',
        ),
      ),
    },
  },
];
