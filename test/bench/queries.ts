/** What people type, and what they look for. */
export interface BenchQuery {
  readonly kind: 'exact' | 'prefix' | 'any order' | 'typo' | 'accents';
  readonly query: string;
  /** Id of the model, or key of the work. */
  readonly wanted: string;
}

/** Queries of one kind. */
export function ofKind(
  kind: BenchQuery['kind'],
  queries: readonly (readonly [query: string, wanted: string])[],
): BenchQuery[] {
  return queries.map(([query, wanted]) => ({ kind, query, wanted }));
}

/** By kind, since a search may be good at one and blind to another. */
export const catalogQueries: readonly BenchQuery[] = [
  ...ofKind('exact', [
    ['Flamingo', 'flamingo'],
    ['BLIP-2', 'blip-2'],
    ['blip2', 'blip-2'],
    ['GPT4', 'gpt-4'],
    ['gpt 4', 'gpt-4'],
    ['LLaVA-1.5', 'llava-1-5'],
    ['llava', 'llava'],
    ['NExT-GPT', 'next-gpt'],
    ['nextgpt', 'next-gpt'],
    ['Visual ChatGPT', 'visual-chatgpt'],
    ['3dllm', '3d-llm'],
    ['mini gpt4', 'minigpt-4'],
    ['Qwen2.5-VL', 'qwen2-5-vl'],
    ['Language Is Not All You Need: Aligning Perception with Language Models', 'kosmos-1'],
  ]),
  ...ofKind('prefix', [
    ['flam', 'flamingo'],
    ['instructb', 'instructblip'],
    ['video-chatg', 'video-chatgpt'],
    ['mplug-doc', 'mplug-docowl'],
    ['audiopa', 'audiopalm'],
    ['imagebind-l', 'imagebind-llm'],
    ['grounding language mod', 'fromage'],
    ['mobile-ag', 'mobile-agent'],
  ]),
  ...ofKind('any order', [
    ['gpt visual chat', 'visual-chatgpt'],
    ['2 blip', 'blip-2'],
    ['encoders frozen image', 'blip-2'],
    ['owl mplug 3', 'mplug-owl3'],
    ['shot few flamingo', 'flamingo'],
    ['alayrac 2022', 'flamingo'],
    ['koh grounding', 'fromage'],
    ['audio qwen', 'qwen-audio'],
    ['huang language need', 'kosmos-1'],
    ['video llava', 'video-llava'],
    ['google palm audio', 'audiopalm'],
    ['imagebind vicuna zeroscope', 'next-gpt'],
  ]),
  ...ofKind('typo', [
    ['flamnigo', 'flamingo'],
    ['fllamingo', 'flamingo'],
    ['instrcutblip', 'instructblip'],
    ['instuctblip', 'instructblip'],
    ['lavva', 'llava'],
    ['kosmoss-2', 'kosmos-2'],
    ['visaul chatgpt', 'visual-chatgpt'],
    ['shikraa', 'shikra'],
    ['emboddiedgpt', 'embodiedgpt'],
    ['internlm-xcompsoer', 'internlm-xcomposer'],
    ['hugingpgt', 'hugginggpt'],
    ['groundng languge models', 'fromage'],
    ['salmon', 'salmonn'],
    ['deepsek-vl', 'deepseek-vl'],
    ['minigtp-4', 'minigpt-4'],
    ['gtp4', 'gpt-4'],
  ]),
  ...ofKind('accents', [
    ['Bińkowski flamingo', 'flamingo'],
    ['binkowski', 'flamingo'],
    ['LLaVÁ', 'llava'],
    ['Kósmos-1', 'kosmos-1'],
    ['vipérgpt', 'vipergpt'],
    ['suris vipergpt', 'vipergpt'],
    ['Dídac vipergpt', 'vipergpt'],
    ['dídac surís', 'vipergpt'],
    ['Moshí', 'moshi'],
    ['défossez', 'moshi'],
    ['héliou pixtral', 'pixtral-12b'],
    ['taşırlar', 'fuyu-8b'],
  ]),
];
