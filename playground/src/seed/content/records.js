'use strict';

/** Eight interests: five topics that decide the match, three stages that only rules read. */
const interestTags = [
  { code: 'television', name: 'Television', group: 'topic' },
  { code: 'television-repair', name: 'Repairing televisions', group: 'topic', parent: 'television' },
  { code: 'hiking', name: 'Hiking', group: 'topic' },
  { code: 'hiking-shoes', name: 'Hiking shoes', group: 'topic', parent: 'hiking' },
  { code: 'washing-machines', name: 'Washing machines', group: 'topic' },
  { code: 'researching', name: 'Researching', group: 'stage' },
  { code: 'comparing', name: 'Comparing', group: 'stage' },
  { code: 'ready-to-buy', name: 'Ready to buy', group: 'stage' },
];

const audiences = [
  {
    code: 'autumn-visitors',
    name: 'Visitors from the autumn letter',
    description: 'Came by a link of the autumn campaign.',
    rule: { 'campaign.name': 'autumn' },
  },
  {
    code: 'television-menders',
    name: 'Mending a television',
    description: 'Is reading about repairs right now, or has done so a lot.',
    rule: { 'interests.television-repair': { $gte: 0.5 } },
  },
  {
    code: 'keen-hikers',
    name: 'Keen hikers',
    description: 'Hiking is among the strongest interests.',
    rule: { 'interests.hiking': { $gte: 0.3 } },
  },
  {
    code: 'ready-to-buy',
    name: 'Ready to buy',
    description: 'Reads product pages in this visit, or has bought before.',
    rule: {
      $or: [{ 'interests.ready-to-buy': { $gte: 0.3 } }, { 'history.purchase.count': { $gte: 1 } }],
    },
    internal: true,
  },
  {
    code: 'on-the-phone',
    name: 'On a phone or tablet',
    rule: { 'device.type': { $in: ['mobile', 'tablet'] } },
  },
  {
    code: 'neighbours',
    name: 'Germany, Austria, Switzerland',
    description: 'Where our van drives.',
    rule: { 'location.country': { $in: ['DE', 'AT', 'CH'] } },
  },
];

/** `interaction` is built in. */
const goals = [
  {
    code: 'purchase',
    name: 'Purchase',
    event: 'purchase',
    kind: 'value',
    currency: 'EUR',
    cap: 2000,
    scope: 'visitor',
    windowDays: 14,
    direction: 'up',
  },
  {
    code: 'goods-returned',
    name: 'Goods returned',
    event: 'goods-returned',
    kind: 'rate',
    scope: 'visitor',
    windowDays: 14,
    direction: 'down',
  },
  {
    code: 'letter',
    name: 'Letter subscribed',
    event: 'letter-subscribed',
    kind: 'rate',
    scope: 'page-view',
    windowDays: 7,
    direction: 'up',
  },
];

const campaigns = [
  {
    code: 'autumn',
    name: 'Autumn letter',
    description: 'The letter to our customers, and what it leads to.',
    timeZone: 'Europe/Berlin',
  },
];

module.exports = { interestTags, audiences, goals, campaigns };
