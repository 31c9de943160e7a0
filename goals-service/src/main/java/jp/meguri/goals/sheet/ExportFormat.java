package jp.meguri.goals.sheet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import jp.meguri.workbook.GoalWorkbook;
import jp.meguri.workbook.SheetContent;
import jp.meguri.workbook.SheetCsv;
import jp.meguri.workbook.SheetJson;
import jp.meguri.workbook.SheetNames;
import org.springframework.http.MediaType;

/**
 * As which file a sheet is taken along.
 */
enum ExportFormat {

	XLSX(new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")) {
		@Override
		byte[] write(SheetContent sheet, SheetNames names) {
			return GoalWorkbook.write(sheet, names);
		}
	},
	CSV(MediaType.parseMediaType("text/csv;charset=UTF-8")) {
		@Override
		byte[] write(SheetContent sheet, SheetNames names) {
			return SheetCsv.write(sheet);
		}
	},
	JSON(MediaType.APPLICATION_JSON) {
		@Override
		byte[] write(SheetContent sheet, SheetNames names) {
			return SheetJson.write(sheet);
		}
	};

	private final MediaType mediaType;

	ExportFormat(MediaType mediaType) {
		this.mediaType = mediaType;
	}

	abstract byte[] write(SheetContent sheet, SheetNames names);

	MediaType mediaType() {
		return this.mediaType;
	}

	/** The ending of the file's name, which is also the format's name in requests. */
	String ending() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Optional<ExportFormat> of(String ending) {
		return Arrays.stream(values()).filter((format) -> format.ending().equals(ending)).findFirst();
	}

}
