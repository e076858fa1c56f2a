"""Given names and parts of names whose spelling is custom and follows no rule of letters.

Each line is an Arabic spelling (_ is a space) and the Latin ones that the press has for it,
the most usual first. Common knowledge of the languages, written down for this program.
"""

from collections.abc import Mapping
from functools import cache
from typing import Final

from translate_app.pipeline.folding import fold

_ARAB: Final = """
محمد Mohammed Muhammad Mohamed Mohammad Mohamad Muhammed
أحمد Ahmed Ahmad Ahmet
محمود Mahmoud Mahmud
مصطفى Mustafa Moustafa Mostafa
علي Ali
حسن Hassan Hasan
حسين Hussein Hussain Husain Husayn Hossein
عمر Omar Umar
عثمان Othman Uthman Osman
إبراهيم Ibrahim Ebrahim
إسماعيل Ismail Ismael
إسحاق Ishaq Isaac
يوسف Youssef Yousef Yusuf Yousuf Joseph
يعقوب Yaqoub Yacoub Yaqub
موسى Moussa Musa Mousa
عيسى Issa Eissa Isa
داود Daoud Dawood Dawud
سليمان Suleiman Sulaiman Soleiman
يحيى Yahya Yehia
زكريا Zakaria Zakariya
نوح Nuh Noah
أيوب Ayoub Ayyub
هارون Haroun Harun
خالد Khaled Khalid
وليد Walid Waleed
طارق Tariq Tarek Tareq
سعيد Saeed Said Saïd
سعد Saad
سعود Saud
سالم Salem
سليم Salim Saleem
سامي Sami Samy
سامر Samer
سمير Samir Sameer
سامح Sameh
صالح Saleh Salih
صلاح Salah
فيصل Faisal Faysal Feisal
فهد Fahd Fahad
فادي Fadi
فؤاد Fouad Fuad
فارس Fares Faris
فاروق Farouk Farouq Faruq
فريد Farid Fareed
كريم Karim Kareem
كمال Kamal Kemal
كامل Kamel Kamil
جمال Jamal Gamal
جميل Jamil Jameel
جابر Jaber Jabir
جعفر Jaafar Jafar Jaffar
جهاد Jihad
حامد Hamed
حمد Hamad
حميد Hamid Hameed
حمدي Hamdi Hamdy
حمزة Hamza
حبيب Habib
حاتم Hatem Hatim
حكيم Hakim
حيدر Haidar Haider
خليل Khalil Khaleel
خلف Khalaf
خليفة Khalifa
راشد Rashed
رشيد Rashid Rasheed
رامي Rami Ramy
رائد Raed Raid
رياض Riyad Riad Riyadh
رضا Reza Rida Ridha
رفعت Rifaat
زياد Ziad Ziyad
زيد Zaid Zayd
زايد Zayed
شريف Sharif Sherif Shareef
شادي Shadi
عادل Adel Adil
عاطف Atef
عباس Abbas
عدنان Adnan
عزت Ezzat Izzat
عزيز Aziz
عصام Essam Issam
عماد Imad Emad
عمار Ammar
عمرو Amr
عامر Amer
غازي Ghazi
غسان Ghassan
قاسم Qasim Qassem Kassem Qasem Kassim
لؤي Louay
ماجد Majed Majid
ماهر Maher
مازن Mazen
مالك Malik Malek
مبارك Mubarak
مجدي Magdy Majdi
محسن Mohsen Muhsin
مراد Murad Mourad
مروان Marwan
معاذ Muath Moaz Muadh
منصور Mansour Mansur Mansoor
منير Munir Mounir
مهدي Mahdi Mehdi
ناصر Nasser Nasir
نبيل Nabil
نجيب Najib Naguib
نزار Nizar
نعيم Naim Naeem
نوري Nouri Nuri
هاني Hani Hany
هشام Hisham Hesham
هيثم Haitham
وائل Wael
ياسر Yasser Yasir
ياسين Yassin Yasin Yaseen
بشار Bashar
بشير Bashir Basheer
بلال Bilal
باسل Basel Bassel
باسم Bassem Basem
بكر Bakr
أسامة Osama Usama
أسعد Asaad
أشرف Ashraf
أمين Amin Ameen
أنس Anas
أنور Anwar
أيمن Ayman
أكرم Akram
إياد Iyad Eyad
إيهاب Ihab Ehab
توفيق Tawfiq Tawfik Toufic
فاطمة Fatima Fatma Fatimah
عائشة Aisha Aicha Ayesha
خديجة Khadija
زينب Zainab Zeinab Zaynab
مريم Maryam Mariam Miriam
ليلى Layla Leila Laila
سلمى Salma
سارة Sara Sarah
سعاد Suad Souad
سناء Sanaa
سميرة Samira
سهى Suha
نادية Nadia Nadya
نور Nour Noor Nur
نورا Noura Nora
هدى Huda Hoda
هند Hind
هناء Hanaa
هالة Hala
ياسمين Yasmin Yasmine Jasmine
أمل Amal
آمنة Amna
إيمان Iman Eman
أسماء Asma Asmaa
دينا Dina
رنا Rana
ريم Reem Rim
رانيا Rania
لمى Lama
لينا Lina
مها Maha
منى Mona Muna
ميساء Maysa
نجلاء Najla
وفاء Wafa Wafaa
جواد Jawad
حافظ Hafez
رحمن Rahman
رحيم Rahim
قادر Qader Qadir Kader
ناصر Nasser
هادي Hadi
واحد Wahid
جبار Jabbar
سلام Salam
حق Haq Haqq
فتاح Fattah Fatah
مجيد Majeed
لطيف Latif
رزاق Razzaq Razzak
عبد_الله Abdullah Abdulla Abdallah Abdalla Abdellah
الله Allah
خطيب Khatib Khateeb
صباغ Sabbagh
حداد Haddad Hadad
نجار Najjar Najar
مصري Masri
شامي Shami
حلبي Halabi
حمصي Homsi
حموي Hamwi
دمشقي Dimashqi
أسد Assad
شرع Sharaa
زعبي Zoubi Zoabi
نحاس Nahhas Nahas
خوري Khoury Khouri
بيطار Bitar Bittar
قاضي Qadi Kadi
عطار Attar
نصر Nasr
هلال Hilal
شمس Shams
سلطان Sultan
بحر Bahr
سيف Seif Saif
سيد Sayed Sayyid Sayyed Syed
كنعان Kanaan Canaan
عون Aoun
رعد Raad
تركي Turki
عبدو Abdo Abdou
عبيد Obeid Ubaid Obaid
عقيل Aqeel Akil
طه Taha
شعبان Shaaban
رمضان Ramadan Ramadhan
حجازي Hijazi
عربي Arabi
عمري Omari
شيخ Sheikh Shaikh Shaykh
حاج Hajj Haj
"""
_WORLD: Final = """
أدم Adam
آدم Adam
آلان Alan Allan Alain
ألبرت Albert
ألكسندر Alexander
أليكس Alex
أليس Alice
آنا Anna Ana
آن Anne Ann
أندرو Andrew
أنتوني Anthony Antony
أنطونيو Antonio
أوليفر Oliver
إدوارد Edward
إليزابيث Elizabeth
إميلي Emily
إيان Ian
باتريك Patrick
باربرا Barbara
باراك Barack
بريان Brian
بنيامين Benjamin
بول Paul
بيتر Peter
بيل Bill
توماس Thomas
توني Tony
تشارلز Charles
جاك Jack Jacques
جورج George
جوزيف Joseph
جون John Jon
جوناثان Jonathan
جونسون Johnson
جيسون Jason
جيم Jim
جيمس James
جو Joe
جان Jean
خوسيه José
خوان Juan
دانيال Daniel
دان Dan
ديفيد David
دونالد Donald
روبرت Robert
ريتشارد Richard
رونالد Ronald
ستيف Steve
ستيفن Stephen Steven
سكوت Scott
سوزان Susan
سيمون Simon
فرانك Frank
فرانسوا François
فلاديمير Vladimir
فيليب Philip Phillip Philippe
كارل Carl Karl
كارلوس Carlos
كارولين Caroline
كريس Chris
كريستوفر Christopher
كولن Colin
كيفن Kevin
كيث Keith
لويس Louis Luis Lewis
لوكا Luca
ماثيو Matthew
مارك Mark Marc
مارتن Martin
ماري Mary Marie
ماريا Maria
مايكل Michael
مايك Mike
ميشيل Michel Michelle
مارغريت Margaret
ناتاشا Natasha
نانسي Nancy
نيكولاس Nicholas Nicolas
هنري Henry Henri
هيلين Helen
وليام William
"""


@cache
def arabic_names() -> Mapping[str, tuple[str, bool]]:
    """By folded Latin spelling: the Arabic one, and whether the name is an Arab one."""
    names: dict[str, tuple[str, bool]] = {}
    for table, arab in ((_ARAB, True), (_WORLD, False)):
        for arabic, latin in _rows(table):
            for spelling in latin:
                names.setdefault(fold(spelling).text, (arabic, arab))
    return names


@cache
def latin_names() -> Mapping[str, tuple[str, ...]]:
    """By folded Arabic spelling: the Latin ones, the most usual first."""
    names: dict[str, tuple[str, ...]] = {}
    for table in (_ARAB, _WORLD):
        for arabic, latin in _rows(table):
            names.setdefault(fold(arabic).text, latin)
    return names


def _rows(table: str) -> list[tuple[str, tuple[str, ...]]]:
    rows = (line.split() for line in table.strip().splitlines())
    return [(arabic.replace("_", " "), tuple(latin)) for arabic, *latin in rows]
