import type { Engine } from '../../src/manifest/engine';
import type { VisitorContext } from '../../src/model/visitor-context';
import { NOW, type BenchContext } from '../generate/contexts';
import type { LoadedRules, Matched } from '../peers/evaluator';
import type { Subject } from './timing';

/** Asks an engine about one context after another, round and round. */
export const askingEngine = (name: string, engine: Engine, contexts: readonly VisitorContext[]): Subject => {
  let next = 0;
  return {
    name,
    run: (count) => {
      let matches = 0;
      for (let done = 0; done < count; done += 1) {
        next = next + 1 === contexts.length ? 0 : next + 1;
        matches += engine.matchAudiences(contexts[next]!, NOW).length;
      }
      return matches;
    },
  };
};

/** Asks the loaded rules about one context after another, round and round. */
export const askingAll = (name: string, rules: LoadedRules, contexts: readonly BenchContext[]): Subject => {
  const questions = contexts.map((context) => rules.ask(context));
  let next = 0;
  const question = (): (() => Matched | Promise<Matched>) => {
    const one = questions[next]!;
    next = next + 1 === questions.length ? 0 : next + 1;
    return one;
  };
  if (!isAsynchronous(questions[0])) {
    return {
      name,
      run: (count) => {
        let matches = 0;
        for (let done = 0; done < count; done += 1) matches += (question()() as Matched).length;
        return matches;
      },
    };
  }
  return {
    name,
    run: async (count) => {
      let matches = 0;
      for (let done = 0; done < count; done += 1) matches += (await question()()).length;
      return matches;
    },
  };
};

const isAsynchronous = (question: (() => Matched | Promise<Matched>) | undefined): boolean =>
  question?.() instanceof Promise;
