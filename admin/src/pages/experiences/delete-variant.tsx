import { useState } from 'react';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { Dialog, IconButton } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import type { VariantContentRecord, VariantRecord } from '../../../../src/protocol/variants';
import { useDeleteVariantMutation } from '../../api/variants';
import { useText } from '../../hooks/use-text';
import { useTold } from '../../hooks/use-told';

interface Props {
  readonly experience: string;
  readonly variant: VariantRecord;
  readonly contents: readonly VariantContentRecord[];
}

/** Deletes a variant with its content, after asking. */
export function DeleteVariant({ experience, variant, contents }: Props) {
  const text = useText();
  const told = useTold();
  const [open, setOpen] = useState(false);
  const [remove] = useDeleteVariantMutation();
  const { code, name } = variant;
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <IconButton
        size="S"
        variant="ghost"
        label={text('experiences.variants.delete', { name })}
        onClick={() => setOpen(true)}
      >
        <Trash />
      </IconButton>
      <ConfirmDialog
        title={text('experiences.variants.delete.title', { name })}
        onConfirm={async () =>
          void (await told(() => remove({ experience, code }).unwrap(), text('common.deleted')))
        }
      >
        {text('experiences.variants.delete.question', { count: contents.length })}
      </ConfirmDialog>
    </Dialog.Root>
  );
}
