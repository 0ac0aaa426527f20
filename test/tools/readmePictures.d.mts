export function withPictures(readme: string, base?: string): string;
