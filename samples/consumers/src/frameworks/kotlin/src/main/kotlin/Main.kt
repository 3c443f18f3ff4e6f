package consumer

import dev.saidao.core.derivation.Operand
import dev.saidao.core.dossier.Dossier
import dev.saidao.core.dossier.Dossiers
import dev.saidao.core.figure.PeriodConvention
import dev.saidao.core.figure.ReadingConvention
import dev.saidao.core.growth.GrowthCalculator
import dev.saidao.core.json.SaidaoJson
import dev.saidao.core.quantity.Money
import dev.saidao.core.quantity.Quantity
import dev.saidao.core.reading.PageReader
import dev.saidao.core.text.FigureFormat
import java.io.ByteArrayOutputStream
import java.io.File
import java.io.PrintStream
import java.time.LocalDate
import java.util.Currency
import java.util.Locale
import org.jetbrains.kotlin.cli.common.ExitCode
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler

/** The market of 2025 from what was printed of 2030. */
fun base(end: String, rate: String): String {
    val format = FigureFormat.english()
    val reading = ReadingConvention.withDefaults()
    val convention = PeriodConvention.FROM_FIRST_YEAR
    return GrowthCalculator.withDefaults()
        .baseValue(
            Operand.of(reading.read(format.parse(end))),
            Operand.of(reading.read(format.parse(rate))),
            Operand.steps(convention.steps(2025, 2030), convention.convention()),
        )
        .derivation()
        .toText(Locale.ENGLISH)
}

fun main(arguments: Array<String>) {
    check("CNY 15.41 billion, CNY [15.1861, 15.6379] billion" in base("2388亿元", "73% a year"))
    val dossier = Dossiers.latest()
    check(SaidaoJson.read(SaidaoJson.write(dossier), Dossier::class.java) == dossier)
    val page = PageReader.withDefaults().read("2024年市场规模为52亿元,预计2028年达到98亿元,2024—2028年复合增速为12.0%。", LocalDate.parse("2026-01-14"))
    // what the library returns is not null, without a sign
    val verdict: String = page.relations().first().verdict().code()
    check(verdict == "contradicts") { verdict }
    val money: Quantity = Quantity.parse("5 CNY")
    check(money == Money.of("5.0".toBigDecimal(), Currency.getInstance("CNY")))

    refuses(arguments[0], "a null for a text", "dev.saidao.core.quantity.Quantity.parse(null)")
    refuses(arguments[0], "what may be null", "dev.saidao.core.text.FigureFormat.english().parse(System.getenv(\"X\") as String?)")
    refuses(arguments[0], "null for a list", "dev.saidao.core.audit.Auditor.withDefaults().audit(null, listOf())")
    println("done in Kotlin ${KotlinVersion.CURRENT}")
}

/** The compiler must refuse a line, because of the null in it. */
fun refuses(target: String, what: String, line: String) {
    val source = File(target, "Refused.kt")
    source.writeText("fun refused() = $line\n")
    val messages = ByteArrayOutputStream()
    val exit = K2JVMCompiler().exec(
        PrintStream(messages, true),
        "-classpath", System.getProperty("java.class.path"),
        "-Xjspecify-annotations=strict", "-no-stdlib",
        "-d", File(target, "refused").path,
        source.path,
    )
    check(exit == ExitCode.COMPILATION_ERROR && Regex("[Nn]ull|String\\?").containsMatchIn(messages.toString())) { "$what: $exit\n$messages" }
}
