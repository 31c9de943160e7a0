package jp.meguri.workbook;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class GoalWorkbookTest {

	@ParameterizedTest
	@ValueSource(strings = { "civic-2025.txt", "environment-2026.txt", "other-form.md" })
	void sample_comesBackIdentical(String file) {
		identical(SampleContent.of(file));
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void anySheet_comesBackIdentical(int seed) {
		IntStream.range(seed, seed + 50).forEach((each) -> identical(RandomSheet.of(each)));
	}

	static IntStream seeds() {
		return IntStream.range(0, 20).map((block) -> block * 50);
	}

	private static void identical(SheetContent sheet) {
		byte[] workbook = new WorkbookWriter(sheet, RandomSheet.names(sheet)).write();
		WorkbookReading back = GoalWorkbook.read(workbook, RandomSheet.names(sheet), (id) -> true, UUID::randomUUID);
		assertThat(back.remarks()).isEqualTo(List.of());
		assertThat(back.sheet()).isEqualTo(sheet);
	}

	@Test
	void write_triesTheWayBack() {
		SheetContent sheet = SampleContent.of("civic-2025.txt");
		assertThat(GoalWorkbook.write(sheet, RandomSheet.names(sheet))).startsWith('P', 'K');
	}

}
