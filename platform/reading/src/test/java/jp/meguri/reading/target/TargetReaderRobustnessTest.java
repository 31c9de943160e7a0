package jp.meguri.reading.target;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.meguri.reading.phrase.PhraseContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every text: any quantity in any form is read, anything else does no
 * harm.
 */
class TargetReaderRobustnessTest {

	private static final PhraseContext YEAR = PhraseContext.of(2026);

	private static final String ALPHABET = "0123456789０１２３.,，、。:：()（）「」[]【】〈〉<>~～/／-▲△第約延全年月日人件回校区割億万千百十円%％ポイントを以上下程度超未満"
			+ "数値目標設定増減ゼロ減少に向けて参加者Ｈ27令和 　\t\n①⑳\ud83d\ude00\0";

	/** How a number may be written in one scale. */
	private enum Scale {

		PLAIN(0, ""), TEN(3, "千"), MAN(4, "万"), HYAKUMAN(6, "百万"), SENMAN(7, "千万"), OKU(8, "億"), CHO(12, "兆");

		private final int zeros;

		private final String words;

		Scale(int zeros, String words) {
			this.zeros = zeros;
			this.words = words;
		}

	}

	private static Stream<Long> seeds() {
		return IntStream.range(0, 40).mapToObj((i) -> 20261121L + i);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void quantityInAnyScaleAndForm_isReadAsItIs(long seed) {
		Random random = new Random(seed);
		for (Scale scale : Scale.values()) {
			BigDecimal digits = BigDecimal.valueOf(1 + random.nextInt(99_999), random.nextInt(3));
			String unit = List.of("円", "件", "人", "校区", "世帯").get(random.nextInt(5));
			String number = form(digits, random) + scale.words;
			Quantity expected = new Quantity(digits.movePointRight(scale.zeros), unit);
			assertThat(quantity("売却実績 " + spaced(number, random) + spaced(unit, random))).as(number + unit)
				.isEqualTo(expected);
		}
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void canonicalWriting_isReadAsTheSameQuantity(long seed) {
		Random random = new Random(seed);
		for (String unit : List.of("円", "%", "人", "ポイント", "件", "か所", "㎡")) {
			BigDecimal value = unit.equals("円") ? BigDecimal.valueOf(random.nextLong(9_999_999_999_999L))
					: BigDecimal.valueOf(random.nextInt(999_999), random.nextInt(3));
			Quantity quantity = new Quantity(random.nextInt(4) > 0 ? value : value.negate(), unit);
			assertThat(quantity("合計 " + quantity.ja())).isEqualTo(quantity);
			assertThat(quantity("合計 " + fullWidth(quantity.ja()) + "以上")).isEqualTo(quantity);
		}
	}

	/** 50億4千7百万円: groups with 千 and 百 inside. */
	@ParameterizedTest
	@MethodSource("seeds")
	void mixedScales_addUp(long seed) {
		Random random = new Random(seed);
		int oku = 1 + random.nextInt(99);
		int sen = 1 + random.nextInt(9);
		int hyaku = 1 + random.nextInt(9);
		BigDecimal expected = BigDecimal.valueOf(oku * 100_000_000L + (sen * 1000L + hyaku * 100L) * 10_000L);
		String written = oku + "億" + spaced(sen + "千", random) + hyaku + "百万円";
		assertThat(quantity("経費 " + written)).isEqualTo(new Quantity(expected, "円"));
		assertThat(quantity("経費 " + fullWidth(written))).isEqualTo(new Quantity(expected, "円"));
	}

	private static Quantity quantity(String text) {
		List<Target> targets = TargetReader.read(text, YEAR);
		assertThat(targets).as(text).hasSize(1);
		Quantity quantity = targets.get(0).quantity();
		assertThat(quantity).isNotNull();
		return quantity;
	}

	private static String form(BigDecimal digits, Random random) {
		String plain = digits.toPlainString();
		String grouped = (digits.scale() == 0 && random.nextBoolean()) ? String.format("%,d", digits.longValue())
				: plain;
		return random.nextBoolean() ? grouped : fullWidth(grouped);
	}

	private static String fullWidth(String text) {
		StringBuilder wide = new StringBuilder();
		text.chars().forEach((c) -> wide.append((char) ((c > ' ' && c < 0x7f) ? c - '!' + '！' : c)));
		return wide.toString();
	}

	private static String spaced(String text, Random random) {
		return switch (random.nextInt(3)) {
			case 0 -> text;
			case 1 -> " " + text;
			default -> "　" + text;
		};
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2 })
	void aMegabyteOfGarbage_isReadInTime(long seed) {
		Random random = new Random(seed);
		StringBuilder garbage = new StringBuilder();
		for (int i = 0; i < 1_000_000; i++) {
			garbage.append((seed == 1) ? (char) random.nextInt(0x10000)
					: ALPHABET.charAt(random.nextInt((seed == 2) ? 20 : ALPHABET.length())));
		}
		assertReads(garbage.toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "1,000,", "(", "第", "全", "約", "3校区以上", "参加者数", "目標額5円 ", "▲", "(H27:5%)", "1~",
			"1 / ", "毎年度年間", "を減少に向け", "1億", "十", "の", "\n", "[達成目安", "増加" })
	void oneWordOverAndOver_isReadInTime(String word) {
		assertReads(word.repeat(100_000 / word.length()));
	}

	private static void assertReads(String text) {
		long start = cpuNanos();
		List<Target> targets = TargetReader.read(text, YEAR);
		List<Actual> actuals = ActualReader.read(text, YEAR);
		assertThat(Duration.ofNanos(cpuNanos() - start)).isLessThan(Duration.ofSeconds(30));
		assertThat(targets).allMatch((target) -> target.rawPhrase().equals(target.span().of(text)));
		assertThat(actuals).allMatch((actual) -> actual.rawPhrase().equals(actual.span().of(text)));
	}

	/** Other work on the machine does not count. */
	private static long cpuNanos() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}

	@Test
	void time_growsWithTheLength() {
		String clause = "○説明会を開催：3校区以上 参加者数 約1,500名（H27:54.3%）、被害の減少に向けて全職員を対象に研修を行います。";
		String once = clause.repeat(500);
		String fourfold = clause.repeat(2_000);
		nanos(once);
		nanos(fourfold);
		assertThat(nanos(fourfold)).isLessThan(12 * nanos(once));
	}

	private static long nanos(String text) {
		return IntStream.range(0, 3).mapToLong((i) -> {
			long start = cpuNanos();
			TargetReader.read(text, YEAR);
			return cpuNanos() - start;
		}).min().orElseThrow();
	}

}
