export function withoutPictures(readme: string): string;
