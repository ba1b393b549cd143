import { useEffect, useRef, useState } from 'react';
import { Box, Button, Table, Tbody, Th, Thead, Tr, Typography, VisuallyHidden } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import type { VariantRecord } from '../../../../src/protocol/variants';
import { useUpdateVariantMutation } from '../../api/variants';
import { useEntryTitles } from '../../hooks/use-entry-titles';
import { useText } from '../../hooks/use-text';
import { useTold } from '../../hooks/use-told';
import type { LoadedExperience } from './experience-editor';
import { Section } from './section';
import type { Choices } from './use-choices';
import { VariantDialog } from './variant-dialog';
import { VariantRow } from './variant-row';

interface Props extends LoadedExperience {
  readonly choices: Choices;
  readonly mayWrite: boolean;
}

/** A step in the order. */
export type Direction = 'up' | 'down';

/** The variants in the editor's order, with all that says who gets them and how far their content is. */
export function VariantsSection({ experience, variants, contents, reread, choices, mayWrite }: Props) {
  const text = useText();
  const told = useTold();
  const [editing, setEditing] = useState<string | 'new'>();
  const [update] = useUpdateVariantMutation();
  const [moved, setMoved] = useState<{ code: string; direction: Direction }>();
  const body = useRef<HTMLDivElement>(null);
  const isOpen = mayWrite && experience.status !== 'ended';
  const isTest = experience.selection !== 'relevance';
  const names = useEntryTitles([...experience.entries, ...contents.map(({ entry }) => entry)]);
  const order = variants.map(({ code }) => code).join();

  // Rows that change places lose the focus; whoever moves by keyboard goes on from where they are.
  useEffect(() => {
    if (!moved) return;
    const buttons = body.current?.querySelectorAll<HTMLButtonElement>(`[data-moves="${moved.code}"]`);
    const [up, down] = [...(buttons ?? [])];
    const wanted = moved.direction === 'up' ? up : down;
    (wanted?.disabled ? (wanted === up ? down : up) : wanted)?.focus();
  }, [order]);

  const move = async ({ code }: VariantRecord, direction: Direction) => {
    const from = variants.findIndex((variant) => variant.code === code);
    const to = from + (direction === 'up' ? -1 : 1);
    const next = [...variants];
    const [taken] = next.splice(from, 1);
    if (!taken || to < 0 || to > next.length) return;
    next.splice(to, 0, taken);
    setMoved({ code, direction });
    const done = await told(
      async () => {
        for (const [position, variant] of next.entries()) {
          if (variant.order === position) continue;
          const change = { order: position, updatedAt: variant.updatedAt };
          await update({ experience: experience.code, code: variant.code, change }).unwrap();
        }
        return true;
      },
      text('experiences.variants.moved', { name: taken.name, position: to + 1, count: next.length }),
    );
    if (!done) await reread.variants();
  };

  const columns = [
    'experiences.variants.column.order',
    'common.name',
    isTest ? 'experiences.variants.column.share' : 'experiences.variants.column.for',
    'experiences.variants.column.enabled',
    'experiences.variants.column.content',
  ] as const;
  const edited = variants.find(({ code }) => code === editing);

  return (
    <Section
      name="variants"
      title={text('experiences.variants.title')}
      hint={text(isTest ? 'experiences.variants.hint.test' : 'experiences.variants.hint.relevance')}
      action={
        isOpen && (
          <Button variant="secondary" startIcon={<Plus />} onClick={() => setEditing('new')}>
            {text('experiences.variants.add')}
          </Button>
        )
      }
    >
      {variants.length === 0 ? (
        <Typography textColor="neutral600">{text('experiences.variants.empty')}</Typography>
      ) : (
        <Box ref={body}>
          <Table colCount={columns.length + 1} rowCount={variants.length + 1}>
            <Thead>
              <Tr>
                {columns.map((column) => (
                  <Th key={column}>
                    <Typography variant="sigma">{text(column)}</Typography>
                  </Th>
                ))}
                <Th>
                  <VisuallyHidden>{text('experiences.column.actions')}</VisuallyHidden>
                </Th>
              </Tr>
            </Thead>
            <Tbody>
              {variants.map((variant, position) => (
                <VariantRow
                  key={variant.code}
                  experience={experience}
                  variant={variant}
                  contents={contents.filter((content) => content.variant === variant.code)}
                  names={names}
                  choices={choices}
                  isOpen={isOpen}
                  isFirst={position === 0}
                  isLast={position === variants.length - 1}
                  onMove={(direction) => void move(variant, direction)}
                  reread={reread.variants}
                  onEdit={() => setEditing(variant.code)}
                />
              ))}
            </Tbody>
          </Table>
        </Box>
      )}
      <VariantDialog
        open={editing === 'new' || edited !== undefined}
        onClose={() => setEditing(undefined)}
        experience={experience}
        variants={variants}
        variant={edited}
        reread={reread.variants}
        choices={choices}
      />
    </Section>
  );
}
