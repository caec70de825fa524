/**
 * By which of its own rules the product finds a breach of a rule of rules.md, where it does not bear the
 * same name: rules.md puts some of what a step asks for into the row of that step, and a step left out
 * shows at the next one, which it must precede.
 */
const FOUND_AS: Readonly<Record<string, readonly string[]>> = {
  'admit.step.02': ['admit.step.02', 'admit.talk.month', 'admit.step.03'],
  'admit.step.04': ['admit.step.04', 'admit.step.05'],
  'admit.step.05': ['admit.step.05', 'admit.step.06', 'admit.step.07'],
  'admit.step.07': ['admit.step.07', 'admit.observe.year', 'admit.opinions.target'],
  'admit.step.08': ['admit.notice', 'admit.notice.result', 'admit.notice.mobile', 'admit.consent'],
  'admit.step.09': ['admit.step.09', 'admit.introducer.count'],
  'admit.step.10': ['admit.step.10', 'admit.review.done'],
  'admit.step.11': ['admit.step.11', 'admit.training.length', 'admit.training.needed'],
  'admit.step.12': ['admit.step.12', 'admit.step.13'],
  'admit.step.13': ['admit.step.13', 'admit.prereview.content'],
  'admit.step.14': ['admit.step.14', 'admit.step.15'],
  'admit.step.15': ['admit.step.15', 'admit.mm.month', 'admit.mm.majority', 'admit.step.16'],
  'admit.step.16': ['admit.step.16', 'admit.step.17'],
  'admit.step.17': ['admit.step.17', 'admit.approve.3months', 'admit.approve.6months'],
  'admit.step.19': ['admit.step.19', 'admit.step.20'],
  'admit.step.22': ['admit.step.22', 'admit.step.23'],
  'admit.step.24': ['admit.step.24', 'probation.regularise.3months', 'admit.step.25'],
  'admit.contact.count': ['admit.contact.count', 'admit.contact.full'],
  'admit.introducer.count': ['admit.introducer.count', 'admit.introducer.full'],
  'file.application': ['admit.step.01'],
  'file.talk': ['admit.step.02'],
  'file.recommend': ['admit.youth28'],
  'file.activist-register': ['admit.step.06'],
  'file.notice': ['admit.notice'],
  'file.review': ['admit.review.done'],
  'file.training': ['admit.training.needed'],
  'file.prereview': ['admit.prereview.content'],
  'file.form': ['admit.step.14'],
  'file.probation-register': ['admit.step.25'],
  'file.regularise': ['admit.step.22'],
  'file.resolution': ['admit.resolution.content'],
  'ver.target.consent': ['admit.file.before'],
  'ver.notice': ['admit.step.09', 'admit.notice.result'],
  'ver.mm.onemonth': ['admit.mm.month'],
  'ver.oath': ['admit.oath.month'],
  'probation.end.date': ['probation.length'],
};

export const productRules = (rule: string): readonly string[] => FOUND_AS[rule] ?? [rule];
