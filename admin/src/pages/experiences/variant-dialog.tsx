import { Modal } from '@strapi/design-system';
import { FULL_SHARE } from '../../../../src/model/experience';
import type { ExperienceRecord } from '../../../../src/protocol/experiences';
import type { VariantRecord } from '../../../../src/protocol/variants';
import { useCreateVariantMutation, useUpdateVariantMutation } from '../../api/variants';
import type { Choices } from './use-choices';
import { EMPTY_VARIANT, VariantForm } from './variant-form';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly experience: ExperienceRecord;
  readonly variants: readonly VariantRecord[];
  /** Absent: a new one. */
  readonly variant?: VariantRecord;
  readonly reread: () => Promise<readonly VariantRecord[]>;
  readonly choices: Choices;
}

/** Makes or changes a variant. */
export function VariantDialog(props: Props) {
  const { open, onClose, experience, variants, variant, reread, choices } = props;
  const [create] = useCreateVariantMutation();
  const [update] = useUpdateVariantMutation();
  const isOn = experience.status === 'running' || experience.status === 'paused';

  return (
    <Modal.Root open={open} onOpenChange={(isOpen: boolean) => !isOpen && onClose()}>
      <Modal.Content>
        {open && (
          <VariantForm
            key={variant?.code ?? ''}
            record={variant ?? EMPTY_VARIANT}
            isNew={variant === undefined}
            selection={experience.selection}
            isOn={isOn}
            choices={choices}
            onClose={onClose}
            save={(changed, updatedAt) =>
              variant
                ? update({
                    experience: experience.code,
                    code: variant.code,
                    change: { ...changed, updatedAt },
                  }).unwrap()
                : create({
                    experience: experience.code,
                    input: {
                      name: '',
                      ...changed,
                      // It has no content yet, which a running one must not show.
                      enabled: !isOn,
                      ...(experience.selection !== 'relevance' && { share: firstShare(variants) }),
                    },
                  }).unwrap()
            }
            refetch={async () => (await reread()).find(({ code }) => code === variant?.code) ?? EMPTY_VARIANT}
          />
        )}
      </Modal.Content>
    </Modal.Root>
  );
}

/** As much as all others have, the default included, as far as there is some left. */
function firstShare(variants: readonly VariantRecord[]): number {
  const enabled = variants.filter((variant) => variant.enabled);
  const rest = FULL_SHARE - enabled.reduce((sum, { share }) => sum + share, 0);
  return Math.max(0, Math.min(rest, Math.round(FULL_SHARE / (enabled.length + 2) / 100) * 100));
}
