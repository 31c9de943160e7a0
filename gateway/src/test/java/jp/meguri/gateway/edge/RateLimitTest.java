package jp.meguri.gateway.edge;

import java.time.Duration;
import jp.meguri.gateway.edge.RateLimit.TokenBucket;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitTest {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	@Test
	void take_isFree_untilTheBurstIsSpent() {
		var bucket = new TokenBucket(10, 3, 0);
		assertThat(bucket.take(0)).isZero();
		assertThat(bucket.take(0)).isZero();
		assertThat(bucket.take(0)).isZero();
		assertThat(bucket.take(0)).isEqualTo(Duration.ofMillis(100));
	}

	@Test
	void take_isFreeAgain_afterTheWaitItNamed() {
		var bucket = new TokenBucket(10, 1, 0);
		bucket.take(0);
		var wait = bucket.take(0);
		assertThat(bucket.take(wait.toNanos())).isZero();
	}

	@Test
	void bucket_neverHoldsMoreThanTheBurst() {
		var bucket = new TokenBucket(10, 2, 0);
		bucket.take(100 * SECOND);
		bucket.take(100 * SECOND);
		assertThat(bucket.take(100 * SECOND)).isPositive();
		assertThat(bucket.isFull(100 * SECOND)).isFalse();
		assertThat(bucket.isFull(101 * SECOND)).isTrue();
	}

}
