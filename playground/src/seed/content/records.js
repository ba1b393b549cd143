'use strict';

/** Topics and lifestyles decide the match; stages are read by rules only. */
const interestTags = [
  { code: 'television', name: 'Television', group: 'topic' },
  { code: 'television-repair', name: 'Repairing televisions', group: 'topic', parent: 'television' },
  { code: 'hiking', name: 'Hiking', group: 'topic' },
  { code: 'hiking-shoes', name: 'Hiking shoes', group: 'topic', parent: 'hiking' },
  { code: 'washing-machines', name: 'Washing machines', group: 'topic' },
  { code: 'coffee', name: 'Coffee', group: 'topic' },
  { code: 'bicycles', name: 'Bicycles', group: 'topic' },
  { code: 'headphones', name: 'Headphones', group: 'topic' },
  { code: 'home-office', name: 'Working at home', group: 'topic' },
  { code: 'kitchen', name: 'Cooking and kitchen', group: 'topic' },
  { code: 'researching', name: 'Researching', group: 'stage' },
  { code: 'comparing', name: 'Comparing', group: 'stage' },
  { code: 'ready-to-buy', name: 'Ready to buy', group: 'stage' },
  { code: 'mends-things', name: 'Mends before buying', group: 'lifestyle' },
  { code: 'commuting', name: 'On the way to work', group: 'lifestyle' },
  { code: 'small-flat', name: 'Lives in a small flat', group: 'lifestyle' },
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
  {
    code: 'on-the-way-to-work',
    name: 'On the way to work',
    description: 'Reads about riding or travelling to work, by bicycle or by train.',
    rule: { 'interests.commuting': { $gte: 0.3 } },
  },
  {
    code: 'working-at-home',
    name: 'Working at home',
    description: 'Desk, chair and light are among the strongest interests.',
    rule: { 'interests.home-office': { $gte: 0.3 } },
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
