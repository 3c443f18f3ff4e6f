/** An application that is shipped with the part of the JDK that it needs. */
module consumer {
    requires dev.saidao.core;
}
