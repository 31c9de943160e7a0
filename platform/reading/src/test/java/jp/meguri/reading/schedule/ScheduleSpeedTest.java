package jp.meguri.reading.schedule;

import java.lang.management.ManagementFactory;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import jp.meguri.reading.phrase.PhraseContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Reading takes time in proportion to the text, whatever the text is. */
class ScheduleSpeedTest {

	private static final int LONG = 20_000;

	private static final PhraseContext CONTEXT = PhraseContext.of(2024);

	/** Texts that nearly match, again and again; quadratic time would be 16-fold. */
	static Stream<String> hostileTexts() {
		return Stream.of("1", "～", "3～", "3・", "3・4月", "(", "令和", "令和2・", "令和2年度", "令和2年度の", "平成23年度人事", "7月運用", "12月",
				"同", "毎", "年に", "から", "第", "年度中", "H2.3.", "1/1～", "人", "(2020", "10周年(令和2年(", "継続して", "4月\n", " ",
				"令和6年度：4月、");
	}

	@ParameterizedTest
	@MethodSource("hostileTexts")
	void hostileText_isReadInTime(String part) {
		double time = cpuSeconds(part.repeat(LONG / part.length()));
		double fourTimes = cpuSeconds(part.repeat(4 * LONG / part.length()));
		assertThat(fourTimes).isLessThan(Math.max(1, 10 * time));
	}

	private static double cpuSeconds(String text) {
		long start = cpuTime();
		assertThat(ScheduleReader.read(text, CONTEXT)).isNotNull();
		return (cpuTime() - start) / 1e9;
	}

	/** Of this thread: other work of the machine does not count. */
	private static long cpuTime() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}

}
