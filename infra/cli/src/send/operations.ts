export const REGISTER_DEPARTMENTS = `mutation RegisterDepartments($input: RegisterDepartmentsInput!) {
  registerDepartments(input: $input) {
    __typename
    ... on RegisterDepartmentsSuccess { outcomes { name outcome reason } }
    ... on Rejection { code message }
  }
}`;

export const IMPORT_ITEMS = `mutation ImportItems($input: ImportItemsInput!) {
  importItems(input: $input) {
    __typename
    ... on ImportItemsSuccess { outcomes { code outcome reasons { code message } } }
    ... on Rejection { code message }
  }
}`;
