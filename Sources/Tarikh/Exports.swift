// The facade's own vocabulary is that of its stages: who imports Tarikh can name it all.
@_exported public import ArabicDates
@_exported public import EDTF
@_exported public import TarikhExtraction
@_exported public import TarikhInterchange
@_exported public import TarikhLog
@_exported public import TarikhModel
@_exported public import TarikhProjections
