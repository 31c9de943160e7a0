package jp.meguri.gateway.problem;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalsTest {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final Refusals refusals = new Refusals(this.meters);

	@Test
	void everyRefusal_isCountedUnderItsName() {
		var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/api/me"));
		IntStream.range(0, 30).forEach((i) -> this.refusals.count(exchange, Problem.forbidden()));
		assertThat(this.meters.counter("gateway.refusals", "problem", "forbidden").count()).isEqualTo(30);
	}

	@Test
	void aFloodOfRefusals_writesAFewLinesASecond() {
		assertThat(IntStream.range(0, 1000).filter((i) -> this.refusals.mayWrite(7)).count()).isEqualTo(10);
		assertThat(this.refusals.mayWrite(8)).isTrue();
	}

}
