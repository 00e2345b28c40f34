/** How long texts may be that the API takes and the tables hold; a test compares them with the API's description. */
export const maxLengths = {
  name: 80,
  displayName: 160,
  departmentName: 120,
  location: 200,
  specialization: 120,
  addressLine: 200,
  city: 100,
  region: 100,
  postalCode: 20,
  phone: 40,
  officeAddress: 300,
  visitReason: 500,
  code: 32,
  diagnosis: 300,
} as const;

export const maxSpecializations = 20;
