import * as z from 'zod/mini'
import { Id, Instant, Phone, RegionCode, words } from '../platform/schema'

/** Roles that an administrator grants; everybody may act as a resident without one. */
export const STAFF_ROLES = [
  'mediator',
  'gridWorker',
  'officer',
  'dispatcher',
  'department',
  'cppccMember',
  'cppccOffice',
  'supervisor',
  'admin',
  'importer',
] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

/** `resident` is shown for accounts that hold no staff role. */
export const ROLES = ['resident', ...STAFF_ROLES] as const
export type Role = (typeof ROLES)[number]

export const ROLE_NAMES: Record<Role, string> = {
  resident: '居民',
  mediator: '调解员',
  gridWorker: '网格员',
  officer: '村警',
  dispatcher: '综治中心',
  department: '职能部门',
  cppccMember: '政协委员',
  cppccOffice: '政协办公室',
  supervisor: '督查员',
  admin: '管理员',
  importer: '导入员',
}

export const ORGANISATION_KINDS = ['committee', 'studio', 'centre', 'department', 'cppcc'] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]
/** Whose people handle cases: political consultation takes none, and answers no questions about any. */
export const handlesCases = (kind: OrganisationKind): boolean => kind !== 'cppcc'

export const RoleGrant = z.strictObject({
  role: z.enum(ROLES),
  organisationId: z.nullable(z.string()),
  regionCode: RegionCode,
})
export type RoleGrant = z.infer<typeof RoleGrant>

export const User = z.strictObject({
  id: z.string(),
  name: z.string(),
  roles: z.array(RoleGrant),
})
export type User = z.infer<typeof User>

export const Me = z.strictObject({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.strictObject({ ...RoleGrant.shape, organisationName: z.nullable(z.string()), regionName: z.string() })),
  phoneMasked: z.nullable(z.string()),
  careMode: z.boolean(),
  homeRegionCode: z.nullable(z.string()),
  consentVersion: z.string(),
})
export type Me = z.infer<typeof Me>

export const Terms = z.strictObject({ version: z.string(), text: z.string() })
export type Terms = z.infer<typeof Terms>

const LoginCode = z.string().check(z.regex(/^[\x21-\x7e]{1,256}$/))
export const Consent = z.strictObject({ version: z.string().check(z.regex(/^[\w.-]{1,20}$/)) })

export const CreateSession = z.strictObject({ code: LoginCode, consent: z.optional(Consent) })
export type CreateSession = z.infer<typeof CreateSession>
const OpaqueToken = z.string().check(z.regex(/^[A-Za-z0-9_.-]{16,512}$/))
export const RefreshSession = z.strictObject({ refreshToken: OpaqueToken })

export const SessionView = z.strictObject({
  token: z.string(),
  refreshToken: z.string(),
  expiresAt: z.string(),
  user: User,
})
export type SessionView = z.infer<typeof SessionView>

export const UpdateMe = z.strictObject({
  name: z.optional(words(20)),
  careMode: z.optional(z.boolean()),
  homeRegionCode: z.optional(RegionCode),
})
export const SetPhone = z.union([z.strictObject({ code: LoginCode }), z.strictObject({ phone: Phone })])
/** Erasure cannot be taken back, so the person types the words. */
export const EraseMe = z.strictObject({ confirm: z.literal('注销账号') })

/** Scan-to-log-in: a ticket lives two minutes and works once. */
export const ScanTicket = z.strictObject({
  ticket: z.string(),
  secret: z.string(),
  image: z.string(),
  expiresAt: z.string(),
})
export const TicketParams = z.strictObject({ ticket: z.string().check(z.regex(/^[A-Za-z0-9_-]{8,32}$/)) })
export const RedeemTicket = z.strictObject({ secret: OpaqueToken })
export const TicketState = z.strictObject({
  state: z.enum(['waiting', 'confirmed']),
  session: z.nullable(SessionView),
})

export const CreateInvitation = z.strictObject({
  role: z.enum(STAFF_ROLES),
  regionCode: RegionCode,
  organisationId: z.optional(Id),
  name: words(20),
})
export type CreateInvitation = z.infer<typeof CreateInvitation>
export const InvitationView = z.strictObject({
  id: z.string(),
  role: z.enum(STAFF_ROLES),
  regionCode: RegionCode,
  regionName: z.string(),
  organisationId: z.nullable(z.string()),
  organisationName: z.nullable(z.string()),
  name: z.string(),
  state: z.enum(['open', 'redeemed', 'revoked', 'expired']),
  createdAt: z.string(),
  expiresAt: z.string(),
  /** Shown once, to the administrator who made it. */
  code: z.optional(z.string()),
})
export type InvitationView = z.infer<typeof InvitationView>
/** Eight letters and digits that are hard to mistake for one another; spaces and case do not matter. */
export const RedeemInvitation = z.strictObject({ code: z.string().check(z.regex(/^[A-Za-z0-9 -]{8,40}$/)) })

export const OrganisationView = z.strictObject({
  id: z.string(),
  kind: z.enum(ORGANISATION_KINDS),
  name: z.string(),
  regionCode: RegionCode,
})
export type OrganisationView = z.infer<typeof OrganisationView>
export const CreateOrganisation = z.strictObject({ kind: z.enum(ORGANISATION_KINDS), name: words(60), regionCode: RegionCode })
export const OrganisationQuery = z.strictObject({
  kind: z.optional(z.enum(ORGANISATION_KINDS)),
  regionCode: z.optional(RegionCode),
})

export const StaffView = z.strictObject({
  id: z.string(),
  name: z.string(),
  roles: z.array(RoleGrant),
})
export const StaffParams = z.strictObject({ id: Id })
export const RevokeRole = z.strictObject({ role: z.enum(STAFF_ROLES), regionCode: RegionCode })

/** Everything held about the person who asks (Personal Information Protection Law, article 45). */
export const MyData = z.strictObject({
  person: z.strictObject({ id: z.string(), name: z.string(), phone: z.nullable(z.string()), createdAt: z.string() }),
  consents: z.array(z.strictObject({ version: z.string(), at: Instant })),
  parts: z.record(z.string(), z.array(z.unknown())),
})
