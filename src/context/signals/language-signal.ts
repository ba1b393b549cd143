import { signalText } from './signal-text';
import type { VisitorContext } from '../../model/visitor-context';

const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i;

/** The language that `Accept-Language` prefers most (BCP 47); of equal weights the first named (RFC 9110, 12.5.4). */
export const languageSignal = (headers: Readonly<Record<string, unknown>> | undefined): VisitorContext => {
  let best: { readonly language: string; readonly weight: number } | undefined;
  for (const part of signalText(headers, 'accept-language')?.split(',') ?? []) {
    const [language = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const weight = weightOf(parameters);
    if (LANGUAGE.test(language) && weight > (best?.weight ?? 0)) best = { language, weight };
  }
  return best ? { locale: best.language } : {};
};

const weightOf = (parameters: readonly string[]): number => {
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  if (quality === undefined) return 1;
  const weight = Number(quality.slice(2));
  return weight >= 0 && weight <= 1 ? weight : 0;
};
