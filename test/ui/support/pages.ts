import type { FrameLocator } from 'playwright-core';
import type { Workbench } from './workbench';

/** The page in front. */
export function pageOf({ page }: Workbench): FrameLocator {
  return page.frameLocator('iframe.webview.ready:visible').last().frameLocator('iframe#active-frame');
}
