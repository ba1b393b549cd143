'use strict';

const { body, heading, list, quote } = require('./text');

module.exports = [
  {
    slug: 'a-good-cup-in-five-minutes',
    kind: 'guide',
    category: 'coffee',
    cover: 'coffee-table',
    gallery: ['coffee-table', 'french-press'],
    products: ['morgen-press', 'korn-mill'],
    readingMinutes: 4,
    author: 'Selin Arikan',
    interests: [
      { tag: 'coffee', weight: 100 },
      { tag: 'researching', weight: 40 },
    ],
    en: {
      title: 'A good cup in five minutes',
      teaser: 'Sixty grams to the litre, water off the boil, four minutes of patience. You need no machine.',
      body: body(
        'Good coffee begins with a kitchen scale. Sixty grams of beans to a litre of water is a safe place to start; a cup of two hundred and fifty millilitres takes fifteen. Spoons deceive, because a dark roast is lighter than a light one and fills the same spoon with less coffee.',
        heading('Water, then time'),
        'Let the kettle boil and count to thirty. Water that still bubbles draws out bitterness, and lukewarm water leaves the best part behind. Pour half of it over the grounds, stir once, wait half a minute, then pour the rest. The crust that rises is a sign that the beans are fresh.',
        'After four minutes break the crust with a spoon, skim off the foam and press down slowly. If it resists, the grind was too fine; if it drops by itself, too coarse. That is all the theory you need for the first month.',
        list(
          'Sour and thin: grind a little finer.',
          'Bitter and dry: grind a little coarser.',
          'Flat and dull: the beans have been open for more than four weeks.',
        ),
      ),
    },
    de: {
      title: 'Eine gute Tasse in fünf Minuten',
      teaser:
        'Sechzig Gramm auf den Liter, Wasser kurz nach dem Kochen, vier Minuten Geduld. Mehr braucht es nicht.',
      body: body(
        'Guter Kaffee fängt mit der Küchenwaage an. Sechzig Gramm Bohnen auf einen Liter Wasser sind ein verlässlicher Anfang; für eine große Tasse mit einem Viertelliter sind es fünfzehn. Löffel täuschen, denn eine dunkle Röstung ist leichter als eine helle und füllt denselben Löffel mit weniger Kaffee.',
        heading('Erst das Wasser, dann die Zeit'),
        'Lassen Sie den Kessel kochen und zählen Sie bis dreißig. Sprudelndes Wasser holt Bitteres heraus, lauwarmes lässt das Beste zurück. Die erste Hälfte aufgießen, einmal umrühren, eine halbe Minute warten, dann den Rest. Die Kruste, die dabei aufsteigt, verrät frische Bohnen.',
        'Nach vier Minuten mit dem Löffel durch die Kruste gehen, den Schaum abnehmen und langsam drücken. Sperrt sich der Stempel, war zu fein gemahlen; fällt er von selbst, zu grob. Mehr Theorie ist im ersten Monat nicht nötig.',
        list(
          'Sauer und dünn: eine Spur feiner mahlen.',
          'Bitter und trocken: eine Spur gröber mahlen.',
          'Müde und flach: Die Tüte ist seit mehr als vier Wochen offen.',
        ),
      ),
    },
  },
  {
    slug: 'the-grinder-comes-first',
    kind: 'test',
    category: 'coffee',
    cover: 'coffee-grinder',
    gallery: ['coffee-grinder'],
    products: ['korn-mill', 'dampf-2'],
    readingMinutes: 6,
    author: 'Selin Arikan',
    interests: [
      { tag: 'coffee', weight: 100 },
      { tag: 'comparing', weight: 80 },
    ],
    en: {
      title: 'The grinder comes first',
      teaser: 'Nine grinders, one bean, one week. Why the cheaper machine with the better grinder wins.',
      body: body(
        'Whoever has four hundred euros for coffee usually spends three hundred and fifty of them on the machine. Our week at the tasting table says the opposite. The same bean from the same machine tasted like two different sorts, depending on what had ground it.',
        'The reason is dust. A poor grinder makes crumbs and powder at the same time; the powder turns bitter before the crumbs have given anything. What you pay for is not fineness but evenness, and evenness comes from burrs that sit tight on their axle.',
        heading('What we looked for'),
        list(
          'Burrs of steel or ceramic, not a blade that turns like a propeller.',
          'An axle without play: hold the crank and try to wobble it.',
          'Steps that can be counted, so that you find your setting again.',
          'Parts that come apart without a tool, because old oil turns rancid.',
        ),
        'A hand grinder for ninety euros beat two electric ones for twice the price. It asks for forty turns in return, about as long as the kettle takes. For four espressos in a row you will want a motor; for two cups in the morning you will not.',
      ),
    },
    de: {
      title: 'Zuerst die Mühle',
      teaser:
        'Neun Mühlen, eine Bohne, eine Woche: warum die günstigere Maschine mit der besseren Mühle gewinnt.',
      body: body(
        'Wer vierhundert Euro für Kaffee übrig hat, gibt meist dreihundertfünfzig davon für die Maschine aus. Unsere Woche am Probiertisch rät das Gegenteil. Dieselbe Bohne aus derselben Maschine schmeckte wie zwei verschiedene Sorten, je nachdem, was sie gemahlen hatte.',
        'Schuld ist der Staub. Eine schwache Mühle macht Krümel und Pulver zugleich, und das Pulver wird bitter, bevor die Krümel etwas hergegeben haben. Bezahlt wird deshalb nicht Feinheit, sondern Gleichmaß, und das kommt von Mahlscheiben, die fest auf ihrer Achse sitzen.',
        heading('Worauf wir geachtet haben'),
        list(
          'Mahlwerk aus Stahl oder Keramik statt eines Messers, das wie ein Propeller kreist.',
          'Eine Achse ohne Spiel: an der Kurbel fassen und zu wackeln versuchen.',
          'Stufen zum Zählen, damit man seine Einstellung wiederfindet.',
          'Zerlegbar ohne Werkzeug, denn altes Öl wird ranzig.',
        ),
        'Eine Handmühle für neunzig Euro ließ zwei elektrische zum doppelten Preis hinter sich. Dafür will sie vierzigmal gedreht werden, ungefähr so lange, wie der Kessel braucht. Wer vier Espressi hintereinander zieht, wünscht sich einen Motor; wer morgens zwei Tassen trinkt, nicht.',
      ),
    },
  },
  {
    slug: 'descaling-without-fear',
    kind: 'guide',
    category: 'coffee',
    cover: 'espresso-machine',
    products: ['dampf-2'],
    readingMinutes: 3,
    author: 'Ines Vollmer',
    interests: [
      { tag: 'coffee', weight: 80 },
      { tag: 'mends-things', weight: 70 },
    ],
    en: {
      title: 'Descaling without fear',
      teaser: 'When the machine grows loud and the coffee lukewarm, it is thirsty for citric acid.',
      body: body(
        'Two out of three espresso machines on our bench have nothing but limescale. The pump hums, the cup fills by drops, and the owner has already looked at new ones. An hour and two euros later it runs as on the first day.',
        heading('How we do it'),
        'Dissolve two tablespoons of citric acid in a litre of cold water. Cold matters: in hot water the acid forms a salt that settles where you can no longer reach it. Run a third of it through the machine, switch off, wait twenty minutes, and repeat until the tank is empty.',
        'Then rinse with two full tanks of clear water, and taste the last cup before you brew. Anything sour means a third tank. Vinegar works too, but it attacks seals and stays in the nose for a week.',
        quote('A machine that is descaled every six weeks never comes to my bench. I can live with that.'),
      ),
    },
    de: {
      title: 'Entkalken ohne Angst',
      teaser: 'Wird die Maschine laut und der Kaffee lauwarm, hat sie Durst auf Zitronensäure.',
      body: body(
        'Zwei von drei Espressomaschinen auf unserer Werkbank haben nichts als Kalk. Die Pumpe brummt, der Kaffee tröpfelt, und der Besitzer hat sich schon nach neuen umgesehen. Eine Stunde und zwei Euro später läuft sie wie am ersten Tag.',
        heading('So machen wir es'),
        'Zwei Esslöffel Zitronensäure in einem Liter kaltem Wasser lösen. Kalt ist wichtig: Heiß bildet die Säure ein Salz, das sich dort absetzt, wo man nicht mehr hinkommt. Ein Drittel durchlaufen lassen, ausschalten, zwanzig Minuten warten, und das Ganze, bis der Tank leer ist.',
        'Danach zwei volle Tanks klares Wasser, und vor dem ersten Kaffee die letzte Tasse probieren. Schmeckt sie noch sauer, folgt ein dritter. Essig geht auch, greift aber Dichtungen an und bleibt eine Woche in der Nase.',
        quote('Eine Maschine, die alle sechs Wochen entkalkt wird, sehe ich nie. Damit kann ich leben.'),
      ),
    },
  },
  {
    slug: 'a-morning-at-the-roastery',
    kind: 'story',
    category: 'coffee',
    cover: 'roastery',
    products: ['morgen-press'],
    readingMinutes: 5,
    author: 'Mara Thoma',
    interests: [{ tag: 'coffee', weight: 90 }],
    en: {
      title: 'A morning at the roastery',
      teaser: 'At half past five it smells of toast, at six of bread, and only at seven of coffee.',
      body: body(
        'The drum turns before the first tram does. Twelve kilos of green beans fall into it, pale as peas, and for five minutes nothing seems to happen. Then it smells of hay, a little later of toast. The roaster stands beside it with a spoon and says nothing.',
        'After nine minutes comes the sound that everybody here waits for: a crackle, like dry twigs. From now on every ten seconds count. For filter coffee the flap opens a minute later; for espresso two. What stays in the drum for three, she says, tastes of drum.',
        heading('What we took home'),
        'Beans want to rest. In the first three days they give off so much gas that the water cannot get in, and after four weeks the scent has gone. In between lie the good days. So buy small bags, look for the date of roasting instead of the best-before date, and keep them in the cupboard rather than the fridge.',
        quote('I do not roast dark or light. I roast until it smells of what it is.'),
      ),
    },
    de: {
      title: 'Ein Morgen in der Rösterei',
      teaser: 'Um halb sechs riecht es nach Toast, um sechs nach Brot und erst um sieben nach Kaffee.',
      body: body(
        'Die Trommel dreht sich, bevor die erste Straßenbahn fährt. Zwölf Kilo grüne Bohnen fallen hinein, blass wie Erbsen, und fünf Minuten lang scheint nichts zu geschehen. Dann riecht es nach Heu, etwas später nach Toast. Die Rösterin steht mit einem Löffel daneben und schweigt.',
        'Nach neun Minuten kommt das Geräusch, auf das hier alle warten: ein Knistern wie von trockenen Zweigen. Von nun an zählen jede zehn Sekunden. Für Filterkaffee geht die Klappe eine Minute später auf, für Espresso zwei. Was drei Minuten länger bleibt, sagt sie, schmeckt nach Trommel.',
        heading('Was wir mitgenommen haben'),
        'Bohnen wollen ruhen. In den ersten drei Tagen geben sie so viel Gas ab, dass das Wasser nicht hineinkommt, und nach vier Wochen ist der Duft fort. Dazwischen liegen die guten Tage. Also kleine Tüten kaufen, auf das Röstdatum achten statt auf die Haltbarkeit, und in den Schrank damit, nicht in den Kühlschrank.',
        quote('Ich röste nicht dunkel oder hell. Ich röste, bis es nach dem riecht, was es ist.'),
      ),
    },
  },
];
