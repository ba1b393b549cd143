import { Flex, IconButton, Switch, Td, Tr, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Pencil } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { FULL_SHARE } from '../../../../src/model/experience';
import type { ExperienceRecord } from '../../../../src/protocol/experiences';
import type { VariantContentRecord, VariantRecord } from '../../../../src/protocol/variants';
import { useUpdateVariantMutation } from '../../api/variants';
import type { EntryNames } from '../../hooks/use-entry-titles';
import { useText } from '../../hooks/use-text';
import { useTold } from '../../hooks/use-told';
import { DeleteVariant } from './delete-variant';
import { type Choices, nameIn } from './use-choices';
import { VariantContents } from './variant-contents';
import type { Direction } from './variants-section';

interface Props {
  readonly experience: ExperienceRecord;
  readonly variant: VariantRecord;
  readonly contents: readonly VariantContentRecord[];
  readonly names: EntryNames;
  readonly choices: Choices;
  /** It may be changed. */
  readonly isOpen: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (direction: Direction) => void;
  readonly onEdit: () => void;
  readonly reread: () => Promise<unknown>;
}

/** One variant in the table. */
export function VariantRow(props: Props) {
  const { experience, variant, contents, names, choices, isOpen, isFirst, isLast, onMove, onEdit, reread } =
    props;
  const text = useText();
  const told = useTold();
  const { formatNumber } = useIntl();
  const [update] = useUpdateVariantMutation();
  const { code, name, enabled, share, updatedAt } = variant;
  const isTest = experience.selection !== 'relevance';
  const turn = async (on: boolean) => {
    const turned = await told(
      () => update({ experience: experience.code, code, change: { enabled: on, updatedAt } }).unwrap(),
      text(on ? 'experiences.variants.switched-on' : 'experiences.variants.switched-off', { name }),
    );
    if (!turned) await reread();
  };
  const move = (direction: Direction, isEnd: boolean) => (
    <IconButton
      size="S"
      variant="ghost"
      data-moves={code}
      label={text(`experiences.variants.move.${direction}`, { name })}
      disabled={!isOpen || isEnd}
      onClick={() => onMove(direction)}
    >
      {direction === 'up' ? <ArrowUp /> : <ArrowDown />}
    </IconButton>
  );
  return (
    <Tr style={{ verticalAlign: 'top' }}>
      <Td>
        <Flex>
          {move('up', isFirst)}
          {move('down', isLast)}
        </Flex>
      </Td>
      <Td style={{ maxWidth: '16rem' }}>
        <Typography fontWeight="semiBold" style={{ whiteSpace: 'normal' }}>
          {name}
        </Typography>
      </Td>
      <Td style={{ maxWidth: '18rem' }}>
        {isTest && (
          <Typography>
            {formatNumber(share / FULL_SHARE, { style: 'percent', maximumFractionDigits: 2 })}
          </Typography>
        )}
        <ForWhom variant={variant} choices={choices} isTest={isTest} />
      </Td>
      <Td>
        <Switch
          checked={enabled}
          disabled={!isOpen}
          aria-label={text('experiences.variants.enabled-of', { name })}
          onLabel={text('experiences.variants.on')}
          offLabel={text('experiences.variants.off')}
          visibleLabels
          onCheckedChange={(on: boolean) => void turn(on)}
        />
      </Td>
      <Td>
        <VariantContents
          experience={experience}
          variant={variant}
          contents={contents}
          names={names}
          isOpen={isOpen}
        />
      </Td>
      <Td>
        <Flex gap={1} justifyContent="flex-end">
          {isOpen && (
            <IconButton
              size="S"
              variant="ghost"
              label={text('experiences.variants.edit', { name })}
              onClick={onEdit}
            >
              <Pencil />
            </IconButton>
          )}
          {isOpen && <DeleteVariant experience={experience.code} variant={variant} contents={contents} />}
        </Flex>
      </Td>
    </Tr>
  );
}

/** Audiences, interests with their weights, channels; each on a line of its own. */
function ForWhom({
  variant,
  choices,
  isTest,
}: Pick<Props, 'variant' | 'choices'> & { readonly isTest: boolean }) {
  const text = useText();
  const { audiences, interests, channels } = variant;
  const lines = [
    ...audiences.map((code) => nameIn(choices.audiences, code)),
    ...interests.map(({ tag, weight }) =>
      text('experiences.variants.interest', { name: nameIn(choices.interests, tag), weight }),
    ),
    ...(channels.length > 0
      ? [text('experiences.variants.only-channels', { channels: channels.join(', ') })]
      : []),
  ];
  if (lines.length === 0) {
    return isTest ? null : (
      <Typography textColor="warning700">{text('experiences.variants.nobody')}</Typography>
    );
  }
  return (
    <Flex tag="ul" direction="column" alignItems="flex-start" gap={1}>
      {lines.map((line) => (
        <li key={line}>
          <Typography style={{ whiteSpace: 'normal' }}>{line}</Typography>
        </li>
      ))}
    </Flex>
  );
}
