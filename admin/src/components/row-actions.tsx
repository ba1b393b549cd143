import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { Dialog, Flex, IconButton } from '@strapi/design-system';
import { Eye, Pencil, Trash } from '@strapi/icons';
import { useText } from '../hooks/use-text';

interface Props {
  /** Of the record, for who cannot see the row. */
  readonly name: string;
  /** Whether the role may change it; otherwise it can be looked at. */
  readonly mayWrite: boolean;
  readonly onOpen: () => void;
  /** Absent = it cannot be deleted. */
  readonly onDelete?: () => Promise<void> | void;
  /** What deleting means. */
  readonly deleteQuestion?: ReactNode;
}

/** The buttons at the end of a record's row. Deleting asks first. */
export function RowActions({ name, mayWrite, onOpen, onDelete, deleteQuestion }: Props) {
  const text = useText();
  const [asking, setAsking] = useState(false);
  return (
    <Flex gap={1} justifyContent="flex-end">
      <IconButton
        variant="ghost"
        label={`${text(mayWrite ? 'common.edit' : 'common.look')}: ${name}`}
        onClick={onOpen}
      >
        {mayWrite ? <Pencil /> : <Eye />}
      </IconButton>
      {mayWrite && onDelete && (
        <Dialog.Root open={asking} onOpenChange={setAsking}>
          <Dialog.Trigger>
            <IconButton variant="ghost" label={`${text('common.delete')}: ${name}`}>
              <Trash />
            </IconButton>
          </Dialog.Trigger>
          <ConfirmDialog title={text('common.delete.title', { name })} onConfirm={() => onDelete()}>
            {deleteQuestion}
          </ConfirmDialog>
        </Dialog.Root>
      )}
    </Flex>
  );
}
