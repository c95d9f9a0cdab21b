import type { Address } from './address.ts';

/** Where a browser shows the ticket. `v4_6_release` leads to the tenant's release on the cloud too. */
export function ticketUrl({ web_origin }: Address, ticketId: number): string {
  return `${web_origin}/v4_6_release/ConnectWise.aspx?routeTo=ServiceFV&recid=${ticketId}`;
}
