import ipaddr from 'ipaddr.js'

/** Public by their range, yet answering only inside a cloud: its machines' secrets live there. */
const METADATA = new Set(['168.63.129.16', '100.100.100.200'])

/**
 * Whether an IP address belongs to the open internet. Loopback, private, link-local (with the cloud's
 * metadata), carrier-grade NAT, unique-local, multicast, reserved, documentation and every wrapping
 * of IPv4 in IPv6 (mapped, NAT64, 6to4, Teredo) do not.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, '')
  if (!ipaddr.isValid(bare) || METADATA.has(bare)) return false
  const parsed = ipaddr.parse(bare)
  if (parsed.range() !== 'unicast') return false
  // Today's internet is 2000::/3; what lies outside is nobody's to fetch from.
  return parsed.kind() === 'ipv4' || ((parsed as ipaddr.IPv6).parts[0] ?? 0) >> 13 === 1
}
