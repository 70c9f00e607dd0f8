import { describe, expect, it } from "vitest";
import { termsOf, tokenize } from "../../../lib/text/tokens";

const finds = (language: string, query: string, text: string) => {
  const terms = new Set(termsOf(text, language));
  return termsOf(query, language).some((term) => terms.has(term));
};

describe("scripts without spaces", () => {
  it.each([
    ["zh", "发票", "我的发票不对"],
    ["zh", "重置密码", "请帮我重置密码"],
    ["ja", "パスワード", "パスワードをリセットできません"],
    ["ja", "請求書", "先月の請求書が届かない"],
    ["th", "รหัสผ่าน", "ฉันลืมรหัสผ่าน"],
    ["ko", "환불", "환불을 받고 싶어요"],
    ["ko", "비밀번호", "비밀번호가 맞지 않습니다"],
  ])("in %s «%s» finds «%s»", (language, query, text) => {
    expect(finds(language, query, text)).toBe(true);
  });

  it.each([
    ["zh", "退款", "我的发票不对"],
    ["ja", "返金", "パスワードをリセットできません"],
    ["ko", "배송", "환불을 받고 싶어요"],
  ])("in %s «%s» does not find «%s»", (language, query, text) => {
    expect(finds(language, query, text)).toBe(false);
  });
});

it("has pairs of ideographs, whatever the segmenter makes of them", () => {
  expect(termsOf("我的发票不对", "zh")).toContain("发票");
});

it("leaves particles out", () => {
  expect(termsOf("的", "zh")).toEqual([]);
  expect(termsOf("は", "ja")).toEqual([]);
});

it("tells where its words stand", () => {
  const text = "请帮我：重置密码。";

  const words = tokenize(text, "zh").map(({ start, end, word }) => text.slice(start, end) === word);

  expect(words.length).toBeGreaterThan(1);
  expect(words.every(Boolean)).toBe(true);
});
