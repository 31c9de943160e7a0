package jp.meguri.fuzz;

import java.util.List;

/**
 * Texts that have broken software somewhere (reliability list, parts 4 to 6).
 */
final class Traps {

	/** Nothing wrong with these. */
	static final List<String> PLAIN = List.of("地域の防災力を高める", "窓口の待ち時間を短くする", "子育て相談", "環境教育の推進", "図書館の利用", "道路の点検",
			"まちづくり協議会", "健康づくり");

	/** Some are to be refused, some to be kept; none may break anything. */
	static final List<String> TEXTS = List.of("", " ", "\u3000", "\u200b\u00a0\u3164", "\u0000", "a\u0000b",
			"\u0007\u001b[31m", "a\u0085b", "\u007f", "\u202egnp.exe", "\u2067x\u2069", "👨‍👩‍👧‍👦🇯🇵", "か\u3099",
			"e" + "\u0301".repeat(1000), "葛\uDB40\uDD00", "𠮷野家", "\uFA19", "\uE000", "\uFFFE", "\uFDD0", "\uFFFD",
			"ﾊﾝｶｸ①㈱㍻", "' OR 1=1--", "'; drop table goal; --", "%_\\", "<script>alert(1)</script>", "{{7*7}}",
			"${jndi:ldap://127.0.0.1/x}", "#{T(java.lang.Runtime)}", "a\r\nBcc: x@example.jp", "=1+1", "１２", "١٢",
			"NaN", "null", "undefined", "true", "2026-02-30", "令和8年2月30日", "令和元年5月1日", "2026-01-01T24:00:00+09:00",
			"+999999999-01-01", "1-1-1-1-1", "../../etc/passwd", "a!".repeat(5000), "あ".repeat(10_001),
			"𠮷".repeat(2000), "(".repeat(3000), "１２月".repeat(2000), "7月～3月、".repeat(1500));

	/** Numbers as they may stand in a body. */
	static final List<String> NUMBERS = List.of("-1", "-0", "0", "1e400", "1E-400", "0.1234567890123456", "2147483648",
			"9223372036854775808", "-9223372036854775809", "1000000000000000", "100.01", "1e2147483647", "9".repeat(99),
			"9".repeat(1001), "NaN", "Infinity", "0x10", "01", "１２", "1.", ".5", "+1");

	/** Segments of an address. */
	static final List<String> SEGMENTS = List.of("null", "undefined", "0", "-1", "1-1-1-1-1", "%00", "%2e%2e", "..",
			".", "%2F", "%252f", "%3B", ";x=1", "%C0%80", "%ED%A0%80", "%FF", "%E3%81%82",
			"00000000-0000-0000-0000-000000000000", "FFFFFFFF-FFFF-7FFF-8FFF-FFFFFFFFFFFF",
			"urn:uuid:018f2f6e-0000-7000-8000-000000000001", "99999999999999999999", "a".repeat(900), "a".repeat(7000),
			"2026.json", "2026%20", "%7B%7D", "*", "~", "operations", "imports");

	/** Values of query parameters, as they stand in an address. */
	static final List<String> QUERY_VALUES = List.of("", "%00", "a%00b", "%FF%FE", "%ED%A0%80", "%C0%80", "-1", "0",
			"99999999999", "%EF%BC%91", "0x10", "1e3", "null", "%27%20OR%201%3D1--", "%25_%5C", "a".repeat(5000),
			"%F0%A0%AE%B7", "%E2%80%AE", "2026-02-30", "1-1-1-1-1", "x%0D%0AX-A%3A1", "[]", "%7B%22a%22%3A1%7D",
			"eyJhIjoxfQ==", "AAAA", "a,b,".repeat(1000), "%F3%A0%84%80", "%E3%81%8B%E3%82%99");

	private Traps() {
	}

}
