import { type ReactElement, type ReactNode, useState } from 'react';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { Button, type ButtonProps, Dialog } from '@strapi/design-system';

interface Props {
  /** The button or menu entry that asks. */
  readonly children: ReactNode;
  readonly title: string;
  /** What will happen, and what cannot be undone. */
  readonly question: ReactNode;
  readonly onConfirm: () => Promise<void> | void;
  readonly variant?: ButtonProps['variant'];
  readonly disabled?: boolean;
  readonly startIcon?: ReactElement;
  readonly size?: ButtonProps['size'];
}

/** A button whose act is asked about first. */
export function ConfirmButton({
  children,
  title,
  question,
  onConfirm,
  variant = 'danger-light',
  ...button
}: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger>
        <Button variant={variant} {...button}>
          {children}
        </Button>
      </Dialog.Trigger>
      <ConfirmDialog title={title} onConfirm={() => onConfirm()}>
        {question}
      </ConfirmDialog>
    </Dialog.Root>
  );
}
