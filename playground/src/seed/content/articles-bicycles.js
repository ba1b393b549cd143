'use strict';

const { body, heading, list, quote } = require('./text');

module.exports = [
  {
    slug: 'a-bicycle-for-the-way-to-work',
    kind: 'test',
    category: 'bicycles',
    cover: 'commuter-bicycle',
    gallery: ['commuter-bicycle', 'folding-bicycle'],
    products: ['pendel-7', 'klapp-20'],
    readingMinutes: 7,
    author: 'Henrik Brandt',
    interests: [
      { tag: 'bicycles', weight: 100 },
      { tag: 'commuting', weight: 80 },
      { tag: 'comparing', weight: 70 },
    ],
    en: {
      title: 'A bicycle for the way to work',
      teaser: 'Mudguards, a light that is always there, a hub that needs no care. The rest is colour.',
      body: body(
        'A bicycle that is ridden every day is not a piece of sports equipment. It stands in the rain, falls over at the station, and has to work at seven in the morning without anybody thinking about it. So count what can break, and choose the one with the shortest list.',
        heading('Gears in the hub, light in the wheel'),
        'A hub gear weighs a pound more than a derailleur and asks for nothing but a drop of oil a year. A dynamo in the front wheel is always charged and is never stolen from the handlebar. Together they cost about two hundred euros more, and they pay for themselves in the second winter.',
        'Then look at your route instead of the catalogue. Up to five kilometres, the seat decides; up to ten, the gears; beyond that, whether there is a shower. If a train is part of it, take a folding bicycle before you take a faster one.',
        list(
          'Mudguards to the height of the axle, or you will wear the street on your back.',
          'Tyres at least forty millimetres wide: they forgive kerbs and tram rails.',
          'A stand, a lock that fits it, and a bell that people hear.',
        ),
      ),
    },
    de: {
      title: 'Ein Rad für den Weg zur Arbeit',
      teaser: 'Schutzbleche, Licht, das immer da ist, eine Nabe ohne Ansprüche. Alles andere ist Farbe.',
      body: body(
        'Ein Rad für jeden Tag ist kein Sportgerät. Es steht im Regen, fällt am Bahnhof um und muss um sieben Uhr früh funktionieren, ohne dass jemand darüber nachdenkt. Zählen Sie also, was kaputtgehen kann, und nehmen Sie das mit der kürzesten Liste.',
        heading('Schaltung in der Nabe, Strom im Vorderrad'),
        'Eine Nabenschaltung wiegt ein Pfund mehr als eine Kettenschaltung und verlangt im Jahr einen Tropfen Öl. Ein Nabendynamo ist immer geladen und wird nie vom Lenker gestohlen. Zusammen kosten sie rund zweihundert Euro mehr, und im zweiten Winter haben sie sich bezahlt gemacht.',
        'Danach gilt der Blick der Strecke und nicht dem Katalog. Bis fünf Kilometer entscheidet der Sattel, bis zehn die Schaltung, darüber die Frage nach der Dusche. Gehört ein Zug dazu, ist das Faltrad die bessere Wahl als das schnellere.',
        list(
          'Schutzbleche bis auf Achshöhe, sonst tragen Sie die Straße auf dem Rücken.',
          'Reifen ab vierzig Millimetern: Sie verzeihen Bordsteine und Straßenbahnschienen.',
          'Ein Ständer, ein Schloss, das dazu passt, und eine Klingel, die man hört.',
        ),
      ),
    },
  },
  {
    slug: 'a-flat-tyre-in-ten-minutes',
    kind: 'guide',
    category: 'bicycles',
    cover: 'bicycle-wheel',
    products: ['stand-pump'],
    readingMinutes: 4,
    author: 'Henrik Brandt',
    interests: [
      { tag: 'bicycles', weight: 100 },
      { tag: 'mends-things', weight: 80 },
    ],
    en: {
      title: 'A flat tyre in ten minutes',
      teaser: 'You need not take the wheel out. One half of the tyre, one hand, one patch.',
      body: body(
        'Nine out of ten flats can be mended with the wheel in place. Turn the bicycle upside down, pull the tyre off its rim on one side only, and draw out half a metre of tube where you suspect the hole. That spares you chain, brake and oily fingers.',
        heading('Find it, then roughen it'),
        'Pump the tube up and hold it close to your lips: skin feels a draught that no ear hears. Mark the place with a cross wider than the patch. Roughen it with the sandpaper from the box until it is dull, because glue does not hold on anything shiny.',
        'A thin layer of solution, then wait until it no longer shines. That takes three minutes, and most patches fail because somebody waited one. Press it on, count to thirty, and run a finger along the inside of the tyre before you close it: the splinter is often still there.',
        list(
          'Two small holes side by side: too little air, the rim has bitten.',
          'A hole on the inside: check the rim tape.',
          'A tear at the valve: no patch will hold, fit a new tube.',
        ),
      ),
    },
    de: {
      title: 'Platten in zehn Minuten',
      teaser: 'Das Rad bleibt drin. Eine Reifenseite, eine Hand, ein Flicken.',
      body: body(
        'Neun von zehn Platten lassen sich flicken, ohne das Rad auszubauen. Stellen Sie das Fahrrad auf den Kopf, hebeln Sie den Reifen nur auf einer Seite von der Felge und ziehen Sie dort, wo Sie das Loch vermuten, einen halben Meter Schlauch heraus. Das erspart Kette, Bremse und ölige Finger.',
        heading('Finden, dann anrauen'),
        'Aufpumpen und dicht an die Lippen halten: Haut spürt einen Luftzug, den kein Ohr hört. Die Stelle mit einem Kreuz markieren, das größer ist als der Flicken. Mit dem Schleifpapier aus der Dose anrauen, bis sie stumpf ist, denn auf Glänzendem hält kein Kleber.',
        'Dünn Vulkanisierlösung auftragen und warten, bis sie nicht mehr glänzt. Das dauert drei Minuten, und die meisten Flicken lösen sich, weil jemand nur eine gewartet hat. Andrücken, bis dreißig zählen und vor dem Schließen mit dem Finger innen am Reifen entlangfahren: Oft steckt der Splitter noch.',
        list(
          'Zwei kleine Löcher nebeneinander: zu wenig Luft, die Felge hat zugebissen.',
          'Ein Loch auf der Innenseite: das Felgenband ansehen.',
          'Ein Riss am Ventil: Da hält kein Flicken, es braucht einen neuen Schlauch.',
        ),
      ),
    },
  },
  {
    slug: 'what-the-chain-tells-you',
    kind: 'guide',
    category: 'bicycles',
    cover: 'bicycle-chain',
    products: ['pendel-7', 'stand-pump'],
    readingMinutes: 3,
    author: 'Henrik Brandt',
    interests: [
      { tag: 'bicycles', weight: 90 },
      { tag: 'mends-things', weight: 60 },
    ],
    en: {
      title: 'What the chain tells you',
      teaser: 'It squeaks when it is dry, grinds when it is dirty, and skips when it is too late.',
      body: body(
        'Chains do not stretch; their pins wear. Each link grows by a few hundredths of a millimetre, and over a hundred links this makes a centimetre. A chain that has grown by one per cent eats the sprockets that it runs on, and then the bill is five times as long.',
        heading('Ten minutes a month'),
        'Wipe before you oil. Hold a rag around the lower run and turn the pedals backwards until the rag stays clean. Then one drop on every link, on the inside, and turn for a minute. What still shines after that is wiped off: oil belongs between the plates, and on the outside it only collects sand.',
        'A gauge costs eight euros and ends the guessing. Without one, try to lift the chain off the front of the chainring with two fingers. If you see half a tooth, it is time for a new one.',
        list(
          'Dry weather: thin oil, every two hundred kilometres.',
          'Salt on the road: rinse first, then thicker oil.',
          'Never use creeping oil from the spray can: it washes out what should stay in.',
        ),
      ),
    },
    de: {
      title: 'Was die Kette verrät',
      teaser: 'Trocken quietscht sie, schmutzig knirscht sie, und wenn sie springt, ist es zu spät.',
      body: body(
        'Ketten dehnen sich nicht, ihre Bolzen nutzen sich ab. Jedes Glied wird um ein paar Hundertstel länger, und auf hundert Glieder ist das ein Zentimeter. Eine Kette, die um ein Prozent gewachsen ist, frisst die Ritzel, auf denen sie läuft, und dann wird die Rechnung fünfmal so lang.',
        heading('Zehn Minuten im Monat'),
        'Erst wischen, dann ölen. Einen Lappen um den unteren Kettenlauf legen und rückwärts treten, bis er sauber bleibt. Dann auf jedes Glied innen einen Tropfen und eine Minute weiterdrehen. Was danach noch glänzt, kommt ab: Öl gehört zwischen die Laschen, außen sammelt es nur Sand.',
        'Eine Kettenlehre kostet acht Euro und beendet das Raten. Ohne sie heben Sie die Kette vorn mit zwei Fingern vom Kettenblatt ab. Ist ein halber Zahn zu sehen, wird es Zeit für eine neue.',
        list(
          'Trockenes Wetter: dünnes Öl, alle zweihundert Kilometer.',
          'Salz auf der Straße: erst abspülen, dann dickeres Öl.',
          'Kein Kriechöl aus der Dose: Es wäscht heraus, was drinbleiben soll.',
        ),
      ),
    },
  },
  {
    slug: 'by-bicycle-through-the-winter',
    kind: 'story',
    category: 'bicycles',
    cover: 'winter-road',
    products: ['pendel-7'],
    readingMinutes: 6,
    author: 'Jonas Reuter',
    interests: [
      { tag: 'bicycles', weight: 80 },
      { tag: 'commuting', weight: 100 },
    ],
    en: {
      title: 'By bicycle through the winter',
      teaser: 'A hundred and four days, nine kilometres each way, and only two of them really bad.',
      body: body(
        'I had promised it in August, in shorts. In November I wanted to take it back. That I still rode until March has less to do with willpower than with a hook beside the door, on which jacket, gloves and lamp hang in the order in which I put them on.',
        'The cold was never the problem. After a kilometre you are warm, and whoever starts out warm is dressed too thickly. Wet hands are worse than a wet back, and the darkness on the way home is harder than the one in the morning, because everybody else is tired too.',
        'By January I had stopped looking at the forecast. It is wrong in both directions, and the decision had been taken anyway, by the hook. What I looked at was the road: grey is dry, black is wet, and what glitters is to be taken seriously.',
        heading('What I would do again'),
        list(
          'Softer tyres: half a bar less gives hold on wet leaves.',
          'A second pair of gloves in the office.',
          'On black ice, the tram, without discussing it with myself.',
        ),
        quote(
          'Of a hundred and four days I remember the three with sun on fresh snow. Nobody in the tram saw them.',
        ),
      ),
    },
    de: {
      title: 'Mit dem Rad durch den Winter',
      teaser: 'Hundertvier Tage, neun Kilometer hin und neun zurück, und nur zwei davon wirklich schlimm.',
      body: body(
        'Versprochen hatte ich es im August, in kurzen Hosen. Im November wollte ich es zurücknehmen. Dass ich doch bis März gefahren bin, liegt weniger am Willen als an einem Haken neben der Tür. Daran hängen Jacke, Handschuhe und Lampe in der Reihenfolge, in der ich sie anziehe.',
        'Die Kälte war nie das Problem. Nach einem Kilometer ist man warm, und wer schon warm losfährt, hat zu viel an. Nasse Hände sind schlimmer als ein nasser Rücken, und die Dunkelheit am Abend ist schwerer als die am Morgen, denn dann sind auch alle anderen müde.',
        'Im Januar habe ich aufgehört, den Wetterbericht zu lesen. Er irrt in beide Richtungen, und entschieden hatte ohnehin der Haken. Angesehen habe ich die Straße: Grau ist trocken, Schwarz ist nass, und was glitzert, nimmt man ernst.',
        heading('Was ich wieder tun würde'),
        list(
          'Weichere Reifen: Ein halbes Bar weniger hält auf nassem Laub.',
          'Ein zweites Paar Handschuhe im Büro.',
          'Bei Glatteis die Straßenbahn, ohne mit mir selbst zu verhandeln.',
        ),
        quote(
          'Von hundertvier Tagen bleiben mir die drei mit Sonne auf frischem Schnee. In der Bahn hat sie keiner gesehen.',
        ),
      ),
    },
  },
];
