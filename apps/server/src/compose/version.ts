/** What `X-API-Version` and the root of the API name: the release whose wire format this server speaks. */
export const VERSION = '2.50.12'

/** Of Signalen itself. */
export const PRODUCT_VERSION = '0.1.0'
