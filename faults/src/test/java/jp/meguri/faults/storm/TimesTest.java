package jp.meguri.faults.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class TimesTest {

	@Test
	void middleAndHigh() {
		var times = Times.of(200, IntStream.rangeClosed(1, 200).mapToObj(Double::valueOf).toList());
		assertThat(times).isEqualTo(new Times(100, 190, 0));
	}

	@Test
	void failuresAreCountedAndNotTimed() {
		assertThat(Times.of(3, List.of(8.0, 2.0))).isEqualTo(new Times(2, 8, 1));
	}

	@Test
	void nothingGoodIsInfinitelySlow() {
		assertThat(Times.of(5, List.of())).isEqualTo(new Times(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 5));
	}

}
