/** A role as the service grants it; the double only repeats what the demo seed told it. */
export interface PersonRole {
  role: string
  organisationId: string | null
  regionCode: string | null
}
/** Somebody with a telephone. `listed` people can be chosen on the login page; others merely exist. */
export interface Person {
  openid: string
  name: string
  roles: PersonRole[]
  phone: string
  listed: boolean
}
