package jp.meguri.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.meguri.test.PlatformExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.r2dbc.core.DatabaseClient;

@SpringBootTest(classes = SampleApplication.class)
@ExtendWith(PlatformExtension.class)
class ClockSkewWatchIT {

	private final List<Object> states = new ArrayList<>();

	@Autowired
	private DatabaseClient database;

	@Test
	void traffic_isRefused_whileTheClocksDiffer() {
		ClockSkewWatch watch = watch(Duration.ofMinutes(2));
		watch.judge(watch.skew().block());
		watch.judge(watch.skew().block());
		assertThat(this.states).containsExactly(ReadinessState.REFUSING_TRAFFIC);
		watch.judge(Duration.ofSeconds(-59));
		assertThat(this.states).containsExactly(ReadinessState.REFUSING_TRAFFIC, ReadinessState.ACCEPTING_TRAFFIC);
	}

	@Test
	void nothingIsSaid_whileTheClocksAgree() {
		ClockSkewWatch watch = watch(Duration.ofSeconds(5));
		watch.judge(watch.skew().block());
		assertThat(this.states).isEmpty();
	}

	private ClockSkewWatch watch(Duration ahead) {
		return new ClockSkewWatch(this.database, Clock.offset(Clock.systemUTC(), ahead),
				(event) -> this.states.add(((AvailabilityChangeEvent<?>) event).getState()));
	}

}
