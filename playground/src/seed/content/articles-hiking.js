'use strict';

const { paragraph, heading, list } = require('./text');

module.exports = [
  {
    slug: 'how-a-hiking-shoe-should-fit',
    kind: 'guide',
    category: 'hiking',
    cover: 'hiking-boots',
    gallery: ['hiking-boots', 'trail-shoe'],
    products: ['grat-mid', 'steig-low'],
    readingMinutes: 5,
    author: 'Mara Thoma',
    interests: [
      { tag: 'hiking-shoes', weight: 100 },
      { tag: 'hiking', weight: 80 },
      { tag: 'researching', weight: 50 },
    ],
    en: {
      title: 'How a hiking shoe should fit',
      teaser: 'Buy in the afternoon, walk downhill in the shop, and believe your heel.',
      body: [
        paragraph(
          'Feet grow over the day, by up to half a size. Try shoes on in the afternoon and in the socks that you walk in. With the laces open, push the foot forward until the toes touch: a finger should fit behind the heel. Less, and the toenails pay on every descent.',
        ),
        heading('The heel decides'),
        paragraph(
          'Lace up and go up on your toes. If the heel slips by more than a few millimetres, no insole will mend it; try another last, not another size. Then find a ramp, or a staircase, and walk down. Toes that hit the front there will hit it for a thousand metres of altitude.',
        ),
        list(
          'Forest and field paths: a low, bendable shoe.',
          'Stony ground and a loaded pack: over the ankle, with a stiff shank.',
          'Everything in between: whatever hurts least after half an hour in the shop.',
        ),
        paragraph(
          'And then take your time. A shoe that is right can be felt after five minutes, one that is wrong often only after thirty. So we have a staircase, a ramp with gravel, and coffee.',
        ),
      ],
      seo: { metaTitle: 'How a hiking shoe should fit' },
    },
    de: {
      title: 'Wie ein Wanderschuh sitzen soll',
      teaser: 'Nachmittags kaufen, im Laden bergab gehen und der Ferse glauben.',
      body: [
        paragraph(
          'Füße wachsen über den Tag, um bis zu eine halbe Größe. Probieren Sie nachmittags und in den Socken, in denen Sie gehen. Bei offenen Schnürsenkeln den Fuß nach vorn schieben, bis die Zehen anstoßen: Hinter die Ferse muss ein Finger passen. Sonst zahlen die Zehennägel bei jedem Abstieg.',
        ),
        heading('Die Ferse entscheidet'),
        paragraph(
          'Schnüren und auf die Zehenspitzen gehen. Rutscht die Ferse mehr als ein paar Millimeter, hilft keine Einlage; probieren Sie einen anderen Leisten, nicht eine andere Größe. Dann eine Rampe suchen oder eine Treppe und hinuntergehen. Zehen, die dort anstoßen, stoßen tausend Höhenmeter lang an.',
        ),
        list(
          'Wald- und Feldwege: ein niedriger, biegsamer Schuh.',
          'Geröll und schwerer Rucksack: über den Knöchel, mit steifer Sohle.',
          'Alles dazwischen: was nach einer halben Stunde im Laden am wenigsten drückt.',
        ),
        paragraph(
          'Und dann: Zeit lassen. Dass ein Schuh passt, spürt man nach fünf Minuten, dass er nicht passt, oft erst nach dreißig. Deshalb gibt es bei uns eine Treppe, eine Rampe mit Schotter und Kaffee.',
        ),
      ],
      seo: { metaTitle: 'Wie ein Wanderschuh sitzen soll' },
    },
  },
  {
    slug: 'three-walks-from-the-station',
    kind: 'story',
    category: 'hiking',
    cover: 'mountains',
    gallery: ['mountains', 'trail-map'],
    products: ['steig-low'],
    readingMinutes: 7,
    author: 'Mara Thoma',
    interests: [{ tag: 'hiking', weight: 100 }],
    blocks: ({ picture }, locale) => [
      {
        __component: 'sections.picture',
        image: picture('trail-map'),
        caption:
          locale === 'de'
            ? 'Drei Wege, drei Bahnhöfe, kein Parkplatz.'
            : 'Three paths, three stations, no car park.',
      },
      {
        __component: 'sections.quote',
        text:
          locale === 'de'
            ? 'Der schönste Einstieg ist der, an dem schon ein Zug hält.'
            : 'The finest trailhead is one where a train stops.',
        source: 'Mara Thoma',
      },
    ],
    en: {
      title: 'Three day walks that need nothing but a train ticket',
      teaser: 'Along a river, over a ridge, around a lake: from station to station in five hours.',
      body: [
        paragraph(
          'A walk from one station to another has a freedom that no round tour offers: you never have to go back to the car. The first of our three follows a river for fourteen level kilometres and suits the first warm Sunday of the year, when legs are still surprised.',
        ),
        paragraph(
          'The second climbs six hundred metres over a ridge with a hut just below the top. Start before nine, take water for three hours, and keep the last train in mind, which leaves the far valley at ten past six.',
        ),
        paragraph(
          'The third runs around a lake and can be cut short at four stops. Take it when somebody in the group is seven years old, or when nobody knows what the weather intends.',
        ),
        heading('At a glance'),
        list(
          'Along the river: 14 kilometres, level, four hours.',
          'Over the ridge: 11 kilometres, 600 metres up, five hours.',
          'Around the lake: 16 kilometres, four stops on the way, as long as you like.',
        ),
      ],
      seo: { metaTitle: 'Three walks from station to station' },
    },
    de: {
      title: 'Drei Tagestouren, die nur eine Fahrkarte brauchen',
      teaser: 'Am Fluss, über einen Kamm, um einen See: in fünf Stunden von Bahnhof zu Bahnhof.',
      body: [
        paragraph(
          'Ein Weg von Bahnhof zu Bahnhof hat eine Freiheit, die keine Rundtour bietet: Man muss nie zurück zum Auto. Der erste unserer drei folgt vierzehn ebene Kilometer einem Fluss und passt zum ersten warmen Sonntag des Jahres, wenn die Beine noch überrascht sind.',
        ),
        paragraph(
          'Der zweite steigt sechshundert Meter über einen Kamm, mit einer Hütte knapp unter dem Gipfel. Vor neun aufbrechen, Wasser für drei Stunden mitnehmen und an den letzten Zug denken, der das Tal drüben um zehn nach sechs verlässt.',
        ),
        paragraph(
          'Der dritte führt um einen See und lässt sich an vier Haltestellen abkürzen. Nehmen Sie ihn, wenn jemand in der Gruppe sieben Jahre alt ist, oder wenn niemand weiß, was das Wetter vorhat.',
        ),
        heading('Auf einen Blick'),
        list(
          'Am Fluss: 14 Kilometer, eben, vier Stunden.',
          'Über den Kamm: 11 Kilometer, 600 Höhenmeter, fünf Stunden.',
          'Um den See: 16 Kilometer, vier Haltestellen unterwegs, so lang Sie mögen.',
        ),
      ],
      seo: { metaTitle: 'Drei Touren von Bahnhof zu Bahnhof' },
    },
  },
  {
    slug: 'caring-for-leather-boots',
    kind: 'guide',
    category: 'hiking',
    cover: 'hiking-boots',
    products: ['grat-mid'],
    readingMinutes: 3,
    author: 'Ines Vollmer',
    interests: [
      { tag: 'hiking-shoes', weight: 80 },
      { tag: 'hiking', weight: 60 },
    ],
    en: {
      title: 'Caring for leather boots',
      teaser: 'Brush, dry slowly, wax thinly: ten minutes that add five years.',
      body: [
        paragraph(
          'Mud draws the fat out of leather while it dries. So brush boots the same evening, with lukewarm water if need be, take out insoles and laces, and stuff them with newspaper. Never dry them on a radiator: leather that has been too hot turns brittle and no wax brings it back.',
        ),
        paragraph(
          'Wax goes on when the leather is still a little damp, and thinly. Work it in with the fingers where the shoe bends, leave it overnight, polish off the rest. Twice a season is enough. Too much of it closes the pores, and then the socks are wet from within.',
        ),
        heading('When the sole goes'),
        paragraph(
          'Soles wear out before leather does. If the profile is gone at the ball of the foot, bring them in before the midsole suffers: a new sole costs a third of a new pair, and the shoe already knows your foot.',
        ),
        list(
          'Grey foam between sole and leather that crumbles: have it looked at before the next tour.',
          'A seam that opens: sew it now, it takes ten minutes.',
          'Hooks bent: pliers and a piece of leather in between.',
        ),
      ],
      seo: { metaTitle: 'Caring for leather boots' },
    },
    de: {
      title: 'Lederschuhe pflegen',
      teaser: 'Bürsten, langsam trocknen, dünn wachsen: zehn Minuten für fünf weitere Jahre.',
      body: [
        paragraph(
          'Schlamm zieht beim Trocknen das Fett aus dem Leder. Bürsten Sie die Schuhe deshalb am selben Abend, notfalls mit lauwarmem Wasser, nehmen Sie Einlagen und Senkel heraus und stopfen Sie sie mit Zeitung aus. Nie auf der Heizung trocknen: Zu heiß gewordenes Leder wird spröde, und kein Wachs holt es zurück.',
        ),
        paragraph(
          'Gewachst wird, solange das Leder noch leicht feucht ist, und dünn. Mit den Fingern einarbeiten, wo der Schuh knickt, über Nacht stehen lassen, den Rest abpolieren. Zweimal in der Saison genügt. Zu viel davon verschließt die Poren, und dann sind die Socken von innen nass.',
        ),
        heading('Wenn die Sohle geht'),
        paragraph(
          'Sohlen sind vor dem Leder am Ende. Ist das Profil unter dem Ballen verschwunden, bringen Sie die Schuhe, bevor die Zwischensohle leidet: Eine neue Sohle kostet ein Drittel eines neuen Paars, und der Schuh kennt Ihren Fuß schon.',
        ),
        list(
          'Grauer Schaum zwischen Sohle und Leder, der bröselt: vor der nächsten Tour ansehen lassen.',
          'Eine Naht, die aufgeht: jetzt nähen, es dauert zehn Minuten.',
          'Verbogene Haken: eine Zange und ein Stück Leder dazwischen.',
        ),
      ],
      seo: { metaTitle: 'Lederschuhe pflegen' },
    },
  },
];
