package dev.saidao.core.file;

import dev.saidao.core.convention.Label;

/**
 * Why an output cannot be written.
 *
 * @since 0.1
 */
public enum OutputProblem {
    /** A folder stands where the file is to be. */
    IS_FOLDER("Output must be a file, not a folder", "输出须为文件,而不是文件夹"),
    /** A file stands where the folder is to be. */
    IS_FILE("Folder of the output must be a folder, not a file", "输出所在的文件夹须为文件夹,而不是文件"),
    /** The folder that is to hold the output is not there. */
    FOLDER_MISSING("Folder of the output must exist", "输出所在的文件夹须存在"),
    /** The folder that is to hold the output takes no new files from this user. */
    FOLDER_NOT_WRITABLE("Folder of the output must be writable", "输出所在的文件夹须可写"),
    /** The file is there and may not be changed by this user. */
    FILE_NOT_WRITABLE("Output must be writable", "输出文件须可写"),
    /** The links that stand where the file is to be lead round in a circle. */
    LINKS_IN_A_CIRCLE("Links must lead to a place for the output", "链接须指向输出的位置"),
    /** The disk or the quota is used up. */
    NO_SPACE("Disk must have room for the output", "磁盘须有空间写入输出"),
    /** Whoever read the output reads no more; there is nothing to tell anybody. */
    PIPE_CLOSED("Output must be read to its end", "输出须被读完"),
    /** Anything else; the message of the system follows. */
    OTHER("Output must be writable", "输出须可写");

    private final Label rule;

    OutputProblem(String en, String zh) {
        this.rule = Label.of(en, zh);
    }

    /** {@return the rule that was broken, in English and Chinese} */
    public Label rule() {
        return rule;
    }
}
