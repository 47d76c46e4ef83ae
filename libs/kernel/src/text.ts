/** Text as searches compare it: blind to case, accents and đ, so that "dao tao" finds "Đào tạo" (domain.md R4). */
export const foldText = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd');
