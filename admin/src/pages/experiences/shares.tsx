import { useState } from 'react';
import { Box, Button, Field, Flex, Modal, NumberInput, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { FULL_SHARE } from '../../../../src/model/experience';
import type { ExperienceRecord } from '../../../../src/protocol/experiences';
import type { VariantRecord } from '../../../../src/protocol/variants';
import { useGetVariantsQuery, useUpdateVariantMutation } from '../../api/variants';
import { ProblemAlert } from '../../components/problem-alert';
import { type Problem, readProblem } from '../../hooks/use-problem';
import { useText } from '../../hooks/use-text';
import { fromPercent, toPercent } from './percent';

interface Props {
  readonly experience: ExperienceRecord;
  readonly variants: readonly VariantRecord[];
  readonly mayWrite: boolean;
}

const COLORS = ['primary500', 'success500', 'warning500', 'secondary500', 'alternative500'] as const;

/** How many visitors get which variant; the default has the rest. */
export function Shares({ experience, variants, mayWrite }: Props) {
  const text = useText();
  const { formatNumber } = useIntl();
  const [changing, setChanging] = useState(false);
  const enabled = variants.filter((variant) => variant.enabled);
  const rest = FULL_SHARE - enabled.reduce((sum, { share }) => sum + share, 0);
  const percent = (share: number) =>
    formatNumber(share / FULL_SHARE, { style: 'percent', maximumFractionDigits: 2 });
  const parts = [
    ...enabled.map(({ code, name, share }, index) => ({
      key: `variant-${code}`,
      name,
      share,
      color: COLORS[index % COLORS.length] ?? 'primary500',
    })),
    { key: 'base', name: text('common.base'), share: Math.max(0, rest), color: 'neutral300' as const },
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex justifyContent="space-between" gap={4}>
        <Typography variant="pi" fontWeight="bold">
          {text('experiences.shares')}
        </Typography>
        {mayWrite && enabled.length > 0 && experience.status !== 'ended' && (
          <Button size="S" variant="secondary" onClick={() => setChanging(true)}>
            {text('experiences.shares.change')}
          </Button>
        )}
      </Flex>
      <Flex hasRadius overflow="hidden" height="1.2rem" aria-hidden>
        {parts.map(({ key, share, color }) => (
          <Box key={key} background={color} height="100%" style={{ width: `${toPercent(share)}%` }} />
        ))}
      </Flex>
      <Flex tag="ul" gap={4} wrap="wrap">
        {parts.map(({ key, name, share, color }) => (
          <Flex tag="li" key={key} gap={2}>
            <Box background={color} hasRadius width="1.2rem" height="1.2rem" aria-hidden />
            <Typography>
              {name}: {percent(share)}
            </Typography>
          </Flex>
        ))}
      </Flex>
      <Modal.Root open={changing} onOpenChange={setChanging}>
        <Modal.Content>
          {changing && (
            <SharesForm experience={experience} variants={enabled} onClose={() => setChanging(false)} />
          )}
        </Modal.Content>
      </Modal.Root>
    </Flex>
  );
}

interface FormProps {
  readonly experience: ExperienceRecord;
  readonly variants: readonly VariantRecord[];
  readonly onClose: () => void;
}

function SharesForm({ experience, variants, onClose }: FormProps) {
  const text = useText();
  const { formatNumber } = useIntl();
  const [update] = useUpdateVariantMutation();
  const { refetch } = useGetVariantsQuery(experience.code);
  const [before] = useState(variants);
  const [problem, setProblem] = useState<Problem>();
  const [saving, setSaving] = useState(false);
  const [shares, setShares] = useState<Readonly<Record<string, number>>>(() =>
    Object.fromEntries(variants.map(({ code, share }) => [code, share])),
  );
  const shareOf = (code: string) => shares[code] ?? 0;
  const rest = FULL_SHARE - variants.reduce((sum, { code }) => sum + shareOf(code), 0);
  const isOn = experience.status === 'running' || experience.status === 'paused';

  /** What somebody else saved while this was open. */
  const meanwhile = (code: string, share: number) =>
    before.some((variant) => variant.code === code && variant.share !== share) && share !== shareOf(code)
      ? text('experiences.shares.meanwhile', { percent: formatNumber(toPercent(share)) })
      : undefined;

  const submit = async () => {
    setSaving(true);
    setProblem(undefined);
    try {
      const changed = variants.filter(({ code, share }) => shareOf(code) !== share);
      // What shrinks goes first: at no step may they be more than all.
      const gain = ({ code, share }: VariantRecord) => shareOf(code) - share;
      for (const { code, updatedAt } of [...changed].sort((a, b) => gain(a) - gain(b))) {
        const change = { share: shareOf(code), updatedAt };
        await update({ experience: experience.code, code, change }).unwrap();
      }
      onClose();
    } catch (error) {
      setProblem(readProblem(error));
      await refetch();
    } finally {
      setSaving(false);
    }
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Modal.Header closeLabel={text('common.close')}>
        <Modal.Title>{text('experiences.shares')}</Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <ProblemAlert problem={problem} />
          {variants.map(({ code, name, share }) => (
            <Field.Root key={code} name={`share-${code}`} hint={meanwhile(code, share)}>
              <Field.Label>{text('experiences.shares.of', { name })}</Field.Label>
              <NumberInput
                value={toPercent(shareOf(code))}
                step={1}
                min={0}
                max={100}
                onValueChange={(percent) =>
                  setShares((typed) => ({ ...typed, [code]: fromPercent(percent) }))
                }
              />
              <Field.Hint />
            </Field.Root>
          ))}
          <Typography role="status" textColor={rest < 0 ? 'danger600' : 'neutral800'}>
            {rest < 0
              ? text('experiences.shares.too-much', { percent: formatNumber(toPercent(-rest)) })
              : text('experiences.shares.rest', { percent: formatNumber(toPercent(rest)) })}
          </Typography>
          {isOn && (
            <Typography variant="pi" textColor="warning700">
              {text('experiences.shares.running')}
            </Typography>
          )}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {text('common.cancel')}
        </Button>
        <Button type="submit" loading={saving} disabled={rest < 0}>
          {text('common.save')}
        </Button>
      </Modal.Footer>
    </form>
  );
}
