import { NEW_GOAL, toGoalChange, toGoalInput } from '../../admin/src/pages/goals/goal-form';
import { matchingTags, possibleParents, tagTree } from '../../admin/src/pages/interests/tag-tree';
import {
  DEFAULT_PERCENT,
  toSettingsChange,
  toSettingsForm,
  wrongSettings,
} from '../../admin/src/pages/settings/setting-list';
import { DEFAULT_SETTINGS } from '../../src/protocol/settings';
import type { InterestTagRecord } from '../../src/protocol/interest-tags';

const tag = (
  code: string,
  parent?: string,
  group: InterestTagRecord['group'] = 'topic',
): InterestTagRecord => ({
  code,
  name: code.toUpperCase(),
  group,
  ...(parent !== undefined && { parent }),
  createdAt: '',
  updatedAt: '',
});

describe('interests in their groups', () => {
  const tags = [
    tag('b-child', 'b'),
    tag('a'),
    tag('b'),
    tag('grandchild', 'b-child'),
    tag('far', 'a', 'stage'),
  ];
  const shape = (placed: ReturnType<typeof tagTree>) =>
    placed.map(({ tag: { code }, depth }) => [code, depth]);

  it('stand below their parents, and at the top where the parent is in another group', () => {
    expect(shape(tagTree(tags, 'topic'))).toEqual([
      ['a', 0],
      ['b', 0],
      ['b-child', 1],
      ['grandchild', 2],
    ]);
    expect(shape(tagTree(tags, 'stage'))).toEqual([['far', 0]]);
  });

  it('are all shown even if they go round in a circle', () => {
    const codes = tagTree([tag('x', 'y'), tag('y', 'x')], 'topic').map(({ tag: { code } }) => code);
    expect(codes.sort()).toEqual(['x', 'y']);
  });

  it('have no parent among themselves and what is below them', () => {
    expect(possibleParents(tags, 'b').map(({ code }) => code)).toEqual(['a', 'far']);
  });

  it('are found with everything above them', () => {
    expect(matchingTags(tags, 'GRAND').map(({ code }) => code)).toEqual(['b-child', 'b', 'grandchild']);
  });
});

describe('the form of a goal', () => {
  const form = {
    ...NEW_GOAL,
    name: 'Sales',
    event: 'sale',
    kind: 'value' as const,
    currency: 'eur',
    cap: 100,
  };

  it('sends what its kind has and leaves out what is empty', () => {
    expect(toGoalInput(form)).toEqual({
      name: 'Sales',
      event: 'sale',
      kind: 'value',
      scope: 'page-view',
      windowDays: 7,
      direction: 'up',
      cap: 100,
      currency: 'EUR',
    });
  });

  it('empties what another kind has no use for', () => {
    expect(toGoalChange({ kind: 'rate' }, { ...form, kind: 'rate' }, 'stamp')).toEqual({
      kind: 'rate',
      denominator: null,
      cap: null,
      currency: null,
      updatedAt: 'stamp',
    });
  });
});

describe('settings in percent', () => {
  it('show the defaults as people read them', () => {
    expect(DEFAULT_PERCENT).toEqual({
      interestMix: 60,
      affinityThreshold: 20,
      affinityLead: 10,
      globalHoldout: 0,
    });
  });

  it('come back as they were stored, whatever the share', () => {
    for (let tenth = 0; tenth <= 1_000; tenth += 1) {
      const settings = {
        ...DEFAULT_SETTINGS,
        globalHoldoutSeed: 's',
        interestMix: tenth / 1_000,
        globalHoldout: tenth * 10,
      };
      const { interestMix, globalHoldout } = toSettingsForm(settings);
      expect(toSettingsChange({ interestMix, globalHoldout })).toEqual({
        interestMix: settings.interestMix,
        globalHoldout: settings.globalHoldout,
      });
    }
  });

  it('refuse what is no share, and what was emptied', () => {
    expect(wrongSettings({ interestMix: 101, affinityLead: undefined, affinityThreshold: 100 })).toEqual([
      'interestMix',
      'affinityLead',
    ]);
  });
});
