import { BackButton } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router-dom';
import type { AudienceRecord } from '../../../../src/protocol/audiences';
import {
  useCreateAudienceMutation,
  useDeleteAudienceMutation,
  useGetAudienceQuery,
  useGetAudienceUsesQuery,
  useUpdateAudienceMutation,
} from '../../api/audiences';
import { Notice } from '../../components/notice';
import { PageFrame } from '../../components/page-frame';
import { QueryState } from '../../components/query-state';
import { useMay } from '../../hooks/use-may';
import { refusal } from '../../hooks/refusal';
import { type Problem, readProblem, useProblemText } from '../../hooks/use-problem';
import { useRecordForm } from '../../hooks/use-record-form';
import { useText } from '../../hooks/use-text';
import { AudienceEditor, Panel } from './audience-editor';
import {
  type AudienceForm,
  newAudience,
  toAudienceChange,
  toAudienceForm,
  toAudienceInput,
} from './audience-form';
import { readJson } from './read-json';
import { UsedBy } from './used-by';
import { useFlawText } from './use-flaw-text';

/** Stands where a code would; no code has an underscore. */
const NEW_AUDIENCE = '_new';
const LIST = '/plugins/contextual/audiences';

/** One audience, or a new one. */
export function AudiencePage() {
  const { code = '' } = useParams();
  return code === NEW_AUDIENCE ? <NewAudience /> : <KnownAudience key={code} code={code} />;
}

function KnownAudience({ code }: { code: string }) {
  const text = useText();
  const may = useMay();
  const query = useGetAudienceQuery(code, { skip: !may('readAudiences') });
  if (query.data) {
    return <EditAudience record={query.data} refetch={() => query.refetch().unwrap()} />;
  }
  return (
    <PageFrame
      title={text('common.nav.audiences')}
      needs="readAudiences"
      navigationAction={<BackButton fallback={LIST} />}
    >
      <QueryState query={query}>{() => null}</QueryState>
    </PageFrame>
  );
}

interface EditProps {
  readonly record: AudienceRecord;
  readonly refetch: () => Promise<AudienceRecord>;
}

function EditAudience({ record, refetch }: EditProps) {
  const text = useText();
  const navigate = useNavigate();
  const refuseFlaw = useRefuseFlaw();
  const [update] = useUpdateAudienceMutation();
  const [remove] = useDeleteAudienceMutation();
  const uses = useGetAudienceUsesQuery(record.code);
  const [refused, setRefused] = useState<Problem>();
  const [deleted, setDeleted] = useState(false);
  const form = useRecordForm<AudienceRecord, AudienceForm>({
    record,
    toForm: toAudienceForm,
    stampOf: ({ updatedAt }) => updatedAt,
    save: async (changed, stamp) => {
      refuseFlaw(changed.rule);
      return update({ code: record.code, change: toAudienceChange(changed, stamp) }).unwrap();
    },
    refetch,
  });
  useEffect(() => {
    if (deleted) navigate(LIST);
  }, [deleted, navigate]);

  const onDelete = async () => {
    setRefused(undefined);
    try {
      await remove(record.code).unwrap();
      form.reset();
      setDeleted(true);
    } catch (error) {
      setRefused(readProblem(error));
      void uses.refetch();
    }
  };

  return (
    <AudienceEditor
      title={record.name}
      form={form}
      isNew={false}
      onSaved={() => setRefused(undefined)}
      onDelete={onDelete}
      notice={refused && <Refusal problem={refused} uses={<UsedBy uses={uses.data ?? []} />} />}
      aside={
        <Panel title={text('audiences.uses')}>
          <QueryState query={uses}>{(data) => <UsedBy uses={data} />}</QueryState>
        </Panel>
      }
    />
  );
}

/** Why it was not deleted, with the way to every place that stands against it. */
function Refusal({ problem, uses }: { problem: Problem; uses: React.ReactNode }) {
  const text = useText();
  const say = useProblemText();
  return (
    <Notice variant="danger" title={text('common.not-deleted')}>
      {say(problem)}
      {problem.code === 'audience-in-use' && uses}
    </Notice>
  );
}

function NewAudience() {
  const text = useText();
  const navigate = useNavigate();
  const refuseFlaw = useRefuseFlaw();
  const { state } = useLocation() as { state: { name?: string; rule?: unknown } | null };
  const [start] = useState(() => newAudience(state ?? {}));
  const [create] = useCreateAudienceMutation();
  const made = useRef('');
  const [created, setCreated] = useState('');
  const form = useRecordForm<AudienceForm, AudienceForm>({
    record: start,
    toForm: (values) => values,
    stampOf: () => undefined,
    save: async (changed) => {
      const values = { ...start, ...changed };
      refuseFlaw(values.rule);
      made.current = (await create(toAudienceInput(values)).unwrap()).code;
      return values;
    },
    refetch: () => Promise.resolve(start),
  });
  // Once the form knows that it is saved, so that nobody is asked about leaving it.
  useEffect(() => {
    if (created !== '') navigate(`${LIST}/${created}`, { replace: true });
  }, [created, navigate]);
  return (
    <AudienceEditor
      title={text('audiences.new')}
      form={form}
      isNew
      onSaved={() => setCreated(made.current)}
    />
  );
}

/** Keeps a text that is no JSON from being sent, and says where it is none. */
function useRefuseFlaw(): (rule: string | undefined) => void {
  const text = useText();
  const say = useFlawText();
  return (rule) => {
    const reading = rule === undefined ? undefined : readJson(rule);
    if (reading && !reading.ok) throw refusal(text('audiences.json.refused', { flaw: say(reading.flaw) }));
  };
}
