package jp.meguri.local.clock;

import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClockStepTest {

	@ParameterizedTest
	@CsvSource({ "+20d,P20D", "20d,P20D", "+3w,P21D", "+2m,P2M", "+6h,PT6H", "P20D,P20D", "PT90M,PT1H30M" })
	void step_isRead(String typed, String written) {
		assertThat(ClockStep.parse(typed)).get().hasToString(written);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-3d", "+20", "d", "+1y2", "P-3D", "PT-1H", "+２０d", "99999d", "tomorrow" })
	void anythingElse_isNoStep(String typed) {
		assertThat(ClockStep.parse(typed)).isEmpty();
	}

	@Test
	void days_areDaysOfTheCalendar_andHoursAreNot() {
		assertThat(ClockStep.parse("+1d")).contains(Period.ofDays(1));
		assertThat(ClockStep.parse("+1h")).contains(Duration.ofHours(1));
	}

}
