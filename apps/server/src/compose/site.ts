import type { Context } from '@signalen/services'

/** What the citizen site shows of a municipality: all of it is the municipality's own configuration. */
export function siteOf({ settings }: Context, attribution: string) {
  const [west, south, east, north] = settings.boundingBox
  return {
    municipality: settings.name,
    map: {
      tiles: '/tiles/{z}/{x}/{y}.png',
      attribution,
      center: [(west + east) / 2, (south + north) / 2] as const,
      zoom: zoomFor(east - west),
      bounds: settings.boundingBox,
    },
    contact: settings.contact ?? {},
    theme: settings.theme ?? {},
    themeDraft: settings.themeDraft ?? undefined,
    logo: settings.logo ?? undefined,
    logoDraft: settings.logoDraft ?? undefined,
    myReports: settings.myReports,
    publicMap: settings.publicGeography,
    languages: settings.formLanguages,
    offline: settings.offlineForm,
  }
}

/** The zoom at which so many degrees of longitude fill a map of about 400 pixels. */
function zoomFor(degrees: number): number {
  return Math.max(6, Math.min(14, Math.floor(Math.log2((360 * 400) / (256 * degrees)))))
}
