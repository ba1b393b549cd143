import { useState } from 'react';
import { Button, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import type { Selection } from '../../../../src/model/experience';
import { useCreateExperienceMutation } from '../../api/experiences';
import { ProblemAlert } from '../../components/problem-alert';
import { type Problem, readProblem } from '../../hooks/use-problem';
import { useText } from '../../hooks/use-text';
import { DEFAULT_HOLDOUT } from './experience-form';
import { HoldoutField } from './holdout-field';
import { SelectionChoice } from './selection-choice';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Asks for what cannot wait, makes the experience and goes on to its page. */
export const CreateExperience = ({ open, onClose }: Props) => (
  <Modal.Root open={open} onOpenChange={(isOpen: boolean) => !isOpen && onClose()}>
    <Modal.Content>{open && <CreateForm onClose={onClose} />}</Modal.Content>
  </Modal.Root>
);

function CreateForm({ onClose }: Pick<Props, 'onClose'>) {
  const text = useText();
  const navigate = useNavigate();
  const [create, { isLoading }] = useCreateExperienceMutation();
  const [name, setName] = useState('');
  const [selection, setSelection] = useState<Selection>('relevance');
  const [holdout, setHoldout] = useState(DEFAULT_HOLDOUT);
  const [problem, setProblem] = useState<Problem>();

  const submit = async () => {
    setProblem(undefined);
    try {
      const input = { name: name.trim(), selection, ...(selection === 'relevance' && { holdout }) };
      const { code } = await create(input).unwrap();
      navigate(code);
    } catch (error) {
      setProblem(readProblem(error));
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
        <Modal.Title>{text('experiences.create')}</Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <ProblemAlert problem={problem} />
          <Field.Root name="name" required hint={text('experiences.name.hint')}>
            <Field.Label>{text('common.name')}</Field.Label>
            <TextInput
              value={name}
              maxLength={120}
              autoFocus
              onChange={(event: { target: { value: string } }) => setName(event.target.value)}
            />
            <Field.Hint />
          </Field.Root>
          <Flex direction="column" alignItems="stretch" gap={3}>
            <Typography variant="pi" fontWeight="bold">
              {text('experiences.selection.title')}
            </Typography>
            <SelectionChoice value={selection} onChange={setSelection} />
          </Flex>
          {selection === 'relevance' && <HoldoutField value={holdout} onChange={setHoldout} />}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {text('common.cancel')}
        </Button>
        <Button type="submit" loading={isLoading} disabled={name.trim() === ''}>
          {text('common.create')}
        </Button>
      </Modal.Footer>
    </form>
  );
}
