import { Trash } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import type { ExperienceRecord } from '../../../../src/protocol/experiences';
import { useDeleteExperienceMutation } from '../../api/experiences';
import { ConfirmButton } from '../../components/confirm-button';
import { useText } from '../../hooks/use-text';
import { useTold } from '../../hooks/use-told';

/** Deletes an experience that is not on; says first what goes with it. */
export function DeleteExperience({ experience }: { experience: ExperienceRecord }) {
  const text = useText();
  const told = useTold();
  const navigate = useNavigate();
  const [remove] = useDeleteExperienceMutation();
  const { code, name, status, variantCount } = experience;
  if (status === 'running' || status === 'paused') return null;
  const confirm = async () => {
    const removed = await told(() => remove(code).unwrap(), text('common.deleted'));
    if (removed) navigate('/plugins/contextual/experiences', { replace: true });
  };
  return (
    <ConfirmButton
      title={text('experiences.delete.title', { name })}
      question={text('experiences.delete.question', { count: variantCount })}
      onConfirm={confirm}
      startIcon={<Trash />}
    >
      {text('common.delete')}
    </ConfirmButton>
  );
}
