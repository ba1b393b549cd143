import { useRef } from 'react';
import { Box, Button, Field, Flex, JSONInput, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { describeRule } from '../../../../src/rules/describe';
import { Notice } from '../../components/notice';
import { useProblemText } from '../../hooks/use-problem';
import { useText } from '../../hooks/use-text';
import { ruleLocale } from './rule-locale';
import { type RuleVerdict, useRuleCheck } from './use-rule-check';
import { useFlawText } from './use-flaw-text';

interface Props {
  readonly value: string;
  readonly onChange: (source: string) => void;
  readonly disabled: boolean;
}

/** A rule as JSON, with what it says in words or what is wrong with it, at each pause of typing. */
export function RuleEditor({ value, onChange, disabled }: Props) {
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  const { verdict, checking } = useRuleCheck(value);
  const wrong = verdict?.kind === 'flaw' || verdict?.kind === 'issues';
  return (
    <Field.Root width="100%" hint={text('audiences.rule.hint')} required>
      <Field.Label>{text('audiences.rule')}</Field.Label>
      <Box ref={box} width="100%" aria-label={text('audiences.rule')}>
        <JSONInput
          value={value}
          onChange={onChange}
          disabled={disabled}
          hasError={wrong}
          minHeight="22rem"
          maxHeight="60rem"
        />
      </Box>
      <Field.Hint />
      <Box paddingTop={2} aria-live="polite" aria-busy={checking} data-checking={checking}>
        {verdict && (
          <Box style={{ opacity: checking ? 0.6 : 1 }}>
            <Verdict verdict={verdict} onShow={(line) => box.current && showLine(box.current, line)} />
          </Box>
        )}
        {!verdict && (
          <Typography variant="pi" textColor="neutral600">
            {text('audiences.rule.checking')}
          </Typography>
        )}
      </Box>
    </Field.Root>
  );
}

interface VerdictProps {
  readonly verdict: RuleVerdict;
  readonly onShow: (line: number) => void;
}

function Verdict({ verdict, onShow }: VerdictProps) {
  const text = useText();
  const say = useProblemText();
  const sayFlaw = useFlawText();
  const locale = ruleLocale(useIntl().locale);
  switch (verdict.kind) {
    case 'valid': {
      const sentence = verdict.sentence[locale];
      const everyone = sentence === describeRule({}, locale);
      // Nothing green stands beside a rule that nobody can match.
      return (
        <Notice variant={verdict.warning ? 'warning' : 'success'} title={verdict.warning?.[locale]}>
          {everyone ? text('audiences.sentence.everyone') : text('audiences.sentence', { sentence })}
        </Notice>
      );
    }
    case 'unchecked':
      return (
        <Notice variant="warning" title={text('audiences.rule.unchecked')}>
          {say(verdict.problem)}
        </Notice>
      );
    case 'flaw':
      return (
        <Notice variant="danger">
          <Place line={verdict.flaw.line} onShow={onShow}>
            {sayFlaw(verdict.flaw)}
          </Place>
        </Notice>
      );
    case 'issues':
      return (
        <Notice variant="danger" title={text('audiences.rule.issues', { count: verdict.issues.length })}>
          {verdict.issues.map((issue, index) => (
            <Place key={index} line={issue.line} onShow={onShow} path={issue.path}>
              {say(issue)}
            </Place>
          ))}
        </Notice>
      );
  }
}

interface PlaceProps {
  readonly line: number;
  readonly path?: readonly (string | number)[];
  readonly onShow: (line: number) => void;
  readonly children: string;
}

/** One thing that is wrong; the button leads to its line. */
function Place({ line, path = [], onShow, children }: PlaceProps) {
  const text = useText();
  return (
    <Flex gap={3} alignItems="flex-start" paddingTop={1} paddingBottom={1}>
      <Button size="S" variant="tertiary" onClick={() => onShow(line)}>
        {text('audiences.rule.line', { line })}
      </Button>
      <Box paddingTop={1} flex="1" minWidth={0}>
        {path.length > 0 && (
          <Typography variant="pi" textColor="neutral600" tag="p">
            <code>{path.join(' › ')}</code>
          </Typography>
        )}
        <Typography tag="p">{children}</Typography>
      </Box>
    </Flex>
  );
}

/** Selects a line of the editor through the page: the design system hands out no editor to ask. */
function showLine(box: HTMLElement, line: number): void {
  const content = box.querySelector<HTMLElement>('.cm-content');
  const target = box.querySelectorAll('.cm-line')[line - 1];
  const selection = box.ownerDocument.getSelection();
  if (!content || !target || !selection) return;
  content.focus();
  selection.selectAllChildren(target);
  target.scrollIntoView({ block: 'center' });
}
