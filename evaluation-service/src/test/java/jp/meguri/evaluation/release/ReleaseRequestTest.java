package jp.meguri.evaluation.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.meguri.events.evaluation.ReleaseEvent.Item;
import jp.meguri.events.evaluation.ReleaseEvent.Kind;
import jp.meguri.web.FieldError;
import jp.meguri.web.MeguriProblem;
import org.junit.jupiter.api.Test;

class ReleaseRequestTest {

	private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

	private static final UUID UNIT = UUID.fromString("018f2f6e-0000-7000-8000-000000000001");

	private static final Item ITEM = new Item(UNIT, 1, null, null);

	@Test
	void decisionDateAndDocumentNumber_areMandatory() {
		assertThat(refused(new ReleaseRequest(2026, UNIT, Kind.INITIAL, List.of(ITEM), null, "　", null)))
			.containsExactly("/decisionDate", "/documentNumber");
	}

	@Test
	void everythingThatIsMissing_isToldAtOnce() {
		assertThat(refused(new ReleaseRequest(null, null, null, null, null, null, null))).containsExactly("/fiscalYear",
				"/unit", "/kind", "/decisionDate", "/documentNumber", "/items");
	}

	@Test
	void decision_cannotLieAhead_andPublicationNotBehind() {
		assertThat(refused(new ReleaseRequest(2026, UNIT, Kind.FINAL, List.of(ITEM), TODAY.plusDays(1), "渚第1号",
				NOW.minusSeconds(1))))
			.containsExactly("/publishAt", "/decisionDate");
	}

	@Test
	void items_areNamedOnce() {
		assertThat(refused(request(List.of(ITEM, ITEM)))).containsExactly("/items");
		assertThat(refused(request(Arrays.asList(ITEM, null)))).containsExactly("/items");
		assertThat(refused(request(List.of()))).containsExactly("/items");
	}

	@Test
	void withoutATime_itIsPublishedNow() {
		assertThat(request(List.of(ITEM)).order(TODAY, NOW).publishAt()).isEqualTo(NOW);
	}

	@Test
	void sheetOfAUnit_orOfAPlan_isReleased() {
		UUID plan = UUID.randomUUID();
		ReleaseRequest both = new ReleaseRequest(2026, UNIT, Kind.FINAL, List.of(ITEM), TODAY, "渚第1号", null, plan);
		assertThat(refused(both)).containsExactly("/planEdition");
		ReleaseRequest.ReleaseOrder order = new ReleaseRequest(2026, null, Kind.FINAL, List.of(ITEM), TODAY, "渚第1号",
				null, plan)
			.order(TODAY, NOW);
		assertThat(order.owner()).isEqualTo(plan);
		assertThat(order.ofPlan()).isTrue();
	}

	private static ReleaseRequest request(List<Item> items) {
		return new ReleaseRequest(2026, UNIT, Kind.FINAL, items, TODAY, "渚第1号", null);
	}

	private static List<String> refused(ReleaseRequest request) {
		MeguriProblem problem = catchThrowableOfType(MeguriProblem.class, () -> request.order(TODAY, NOW));
		return problem.errors().stream().map(FieldError::pointer).toList();
	}

}
