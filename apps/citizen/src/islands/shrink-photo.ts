const LARGEST_SIDE = 1920
const SMALL_ENOUGH = 700_000
const QUALITY = 0.85

/**
 * A photo as a JPEG of a size that shows what is the matter. Drawing it anew also leaves out the place and
 * the device that a camera writes into it. What the browser cannot draw goes as it is.
 */
export async function shrinkPhoto(file: File): Promise<File> {
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, LARGEST_SIDE / Math.max(picture.width, picture.height))
    if (scale === 1 && file.size < SMALL_ENOUGH && file.type === 'image/png') return file
    const blob = await draw(picture, scale)
    const name = `${file.name.replace(/\.[^.]*$/, '')}.jpg`
    return new File([blob], name, { type: 'image/jpeg' })
  } catch {
    return file
  }
}

function draw(picture: ImageBitmap, scale: number): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('Not drawn'))), 'image/jpeg', QUALITY)
  })
}
